// `npm test`: everything, from a fresh clone. `--only lint,types,screens,unit,e2e` for some of it, `--bench` for the numbers.
// The last line is `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../server/cli/ensure-browser.mjs';
import { ensureClient } from '../server/cli/ensure-client.mjs';
import { ensureDependencies } from '../server/cli/ensure-dependencies.mjs';
import { inProject, say } from '../server/cli/project.mjs';
import { runChild } from '../server/cli/run-child.mjs';
import { countPlaywright, countVitest } from './count-results.mjs';

const reports = inProject('tests', '.reports');
const flags = readFlags();
const node = await ensureDependencies({ dev: true });

if (flags.bench) {
  if (!(await ensureClient(node))) process.exit(1);
  process.exit(await runChild(node, [inProject('tests', 'bench', 'main.ts')]));
}

/** Each stage answers its counts; one without a report of its own counts as one check, by its exit code. */
const stages = {
  lint: async () =>
    check(
      await program('@biomejs/biome/bin/biome', [
        'ci',
        '--config-path=tests/biome.json',
        '--error-on-warnings',
        ...(process.stdout.isTTY ? [] : ['--colors=off']),
        '.',
      ]),
    ),
  types: async () => check(await program('typescript/bin/tsc', ['--build'])),
  screens: async () => check((await ensureClient(node)) ? 0 : 1),
  unit: () =>
    withReport('unit.json', countVitest, (env) =>
      program('vitest/vitest.mjs', ['run', '--config', 'tests/vitest.config.ts'], { ...env, NODE_ENV: 'test' }),
    ),
  e2e: async () => {
    if (!(await ensureClient(node))) return check(1);
    const browser = await ensureBrowser();
    if (browser === undefined) return check(1);
    return withReport('e2e.json', countPlaywright, (env) =>
      program('@playwright/test/cli.js', ['test', '--config', 'tests/playwright.config.ts'], { ...env, CHROMIUM_PATH: browser }),
    );
  },
};
const titles = {
  lint: 'format and lint',
  types: 'types',
  screens: 'the screens are built',
  unit: 'unit, integration, faults',
  e2e: 'end to end',
};

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const name of wantedStages()) {
  say(`— ${titles[name]}`);
  const began = performance.now();
  const counts = await stages[name]();
  for (const key of Object.keys(total)) total[key] += counts[key];
  failures.push(...counts.failures.map((failure) => `${titles[name]}: ${failure}`));
  say(`  ${sentence(counts)} (${Math.round((performance.now() - began) / 1000)} s)`);
}
// Named once more where one looks first: thousands of lines stand between a failure and the end.
for (const failure of failures) say(`FAILED  ${failure}`);
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${sentence(total)}\n`);

function readFlags() {
  try {
    return parseArgs({ options: { bench: { type: 'boolean' }, only: { type: 'string' } } }).values;
  } catch (error) {
    say(`${error.message}; there are --only STAGE,STAGE and --bench`);
    process.exit(2);
  }
}

function wantedStages() {
  if (flags.only === undefined) return Object.keys(stages);
  const names = flags.only.split(',');
  const unknown = names.filter((name) => !(name in stages));
  if (unknown.length === 0) return names;
  say(`no stage "${unknown.join('", "')}"; there are ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

function program(path, rest, env = {}) {
  return runChild(node, [inProject('node_modules', path), ...rest], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function check(code) {
  const failed = code !== 0;
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0, failures: failed ? [`exit code ${code}`] : [] };
}

/** Runs with a JSON report asked for and counts from it; a runner that fails without a failed test is a failure too. */
async function withReport(file, count, run) {
  const path = inProject('tests', '.reports', file);
  mkdirSync(reports, { recursive: true });
  rmSync(path, { force: true });
  const code = await run({ CHAIRSIDE_REPORT: path });
  const counts = readCounts(path, count);
  if (counts === undefined) return check(1);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: [`exit code ${code}`] } : counts;
}

function readCounts(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    say(`no report from the runner: ${error.message}`);
    return undefined;
  }
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { MINUTE_MS } from '../../shared/units.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { PROJECT } from '../support/project-files.ts';
import { BAYS, CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';

const run = promisify(execFile);
const program = (path: string) => join(PROJECT, 'node_modules', path);

/** As strict as the runtime of the generated client allows. */
const COMPILER = {
  strict: true,
  noUncheckedIndexedAccess: true,
  module: 'NodeNext',
  target: 'ES2024',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  noEmit: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
};

it('[API27] a client that is generated from the document compiles, and a whole visit is played with it', async () => {
  await using server = await startTestServer();
  const folder = await mkdtemp(join(tmpdir(), 'chairside-outside-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(program(''), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER, include: ['*.ts'] }));
  await writeFile(join(folder, 'openapi.json'), (await server.anonymous().get('/api/openapi.json')).text);
  await copyFile(join(PROJECT, 'tests/outside/nurse-visit.ts'), join(folder, 'nurse-visit.ts'));

  await run(process.execPath, [program('oazapfts/dist/cli.js'), 'openapi.json', 'chairside.ts'], { cwd: folder });
  const compiled = await run(process.execPath, [program('typescript/bin/tsc'), '--project', folder]).catch((error) => error);
  expect(compiled.stdout).toBe('');

  const { playVisit } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'nurse-visit.ts')).href);
  const played = await playVisit({
    url: server.url,
    password: PASSWORD,
    patientId: PATIENTS[0].id,
    protocolId: PROTOCOLS.iv.id,
    chairId: CHAIRS[0],
    bayId: BAYS[0],
    now: server.now,
    minutesPass: (minutes: number) => server.clock.advance(minutes * MINUTE_MS),
  });
  expect(played.types).toEqual(
    expect.arrayContaining(['session-scheduled', 'checked-in', 'infusion-started', 'infusion-ended', 'discharged']),
  );
  expect(played.types.slice(-2)).toEqual(['record-signed', 'record-signed']);
  expect(played.highestSystolic).toBe(128);
  expect(played.row).toMatchObject({ status: 'discharged', deliveredMg: 40, chartedBy: 'Ana Ruiz', reviewedBy: 'Clara Novak' });
  expect(played.refusedWith).toBe('already-signed');
});

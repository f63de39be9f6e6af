import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, say } from './project.mjs';
import { runChild } from './run-child.mjs';

const stamp = inProject('client', 'dist', '.built-from');

/**
 * Builds the screens when what they are made from has changed since the last build: the client's and the shared sources and
 * the locked packages.
 * @param {string} node the Node to build with
 * @returns {Promise<boolean>} whether there are screens as the sources say; the build's own words are on stderr when not
 */
export async function ensureClient(node) {
  const sources = digestOfSources();
  if (existsSync(inProject('client', 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
    return true;
  say('building the screens …');
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'];
  const code = await runChild(node, args, { env: { NODE_ENV: 'production' } });
  if (code !== 0) {
    say('the screens could not be built; the reason is above.');
    return false;
  }
  writeFileSync(stamp, sources);
  return true;
}

function digestOfSources() {
  const hash = createHash('sha256');
  for (const file of [...filesIn('client'), ...filesIn('shared'), 'package-lock.json']) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inProject(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Paths of the sources in a folder, always in the same order. */
function filesIn(folder) {
  return readdirSync(inProject(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ['dist', 'node_modules', 'pictures'].includes(entry.name) ? [] : filesIn(path);
      return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [path];
    });
}

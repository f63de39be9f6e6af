import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { inProject, pinnedNode, say } from './project.mjs';
import { reasonToInstall } from './reason-to-install.mjs';
import { runChild } from './run-child.mjs';

/**
 * Installs the locked packages when they are missing or no longer what `package-lock.json` says, and answers the path of
 * the Node to run everything with. Runs on any Node ≥ 20 with nothing installed. Ends the process with a sentence when the
 * machine can't do it.
 * @param {{ dev?: boolean }} [options] dev: the packages for building and testing are wanted as well
 * @returns {Promise<string>}
 */
export async function ensureDependencies({ dev = false } = {}) {
  const locked = packagesOf(inProject('package-lock.json')) ?? {};
  const reason = reasonToInstall(locked, packagesOf(inProject('node_modules', '.package-lock.json')), dev);
  if (reason !== undefined) {
    say(`${reason}: installing what package-lock.json names (a minute or two the first time) …`);
    const code = await npm(['ci', '--loglevel=error', '--no-audit', '--no-fund', ...(dev ? ['--include=dev'] : [])]);
    if (code !== 0) {
      say('npm could not install the packages; its own words are above. Is the package registry reachable from here?');
      process.exit(code);
    }
  }
  const node = pinnedNode();
  if (node === undefined) {
    say(`there is no pinned Node for ${process.platform} ${process.arch}: install Node 24 (24.7 or later) and start again.`);
    process.exit(1);
  }
  linkNode(node);
  return node;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm 10 leaves out the link of an optional package's program; npm scripts need it to find the pinned Node. */
function linkNode(node) {
  const link = inProject('node_modules', '.bin', 'node');
  if (process.platform === 'win32' || node === process.execPath || existsSync(link)) return;
  mkdirSync(inProject('node_modules', '.bin'), { recursive: true });
  symlinkSync(relative(inProject('node_modules', '.bin'), node), link);
}

function npm(args) {
  const ours = process.env.npm_execpath;
  if (ours?.endsWith('.js')) return runChild(process.execPath, [ours, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return runChild('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

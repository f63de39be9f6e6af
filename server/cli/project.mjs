import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the checkout. */
export const inProject = (...parts) => join(projectFolder, ...parts);

/** Progress in plain words, on stderr so that a program's own output stays its own. */
export const say = (line) => process.stderr.write(`chairside: ${line}\n`);

/**
 * The Node that everything runs on: the pinned one that came with the packages; on a platform without one, the machine's
 * own if it is new enough (24.7 brought argon2id). Undefined when there is neither.
 */
export function pinnedNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const pinned = inProject('node_modules', `node-${os}-${process.arch}`, file);
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 7) ? process.execPath : undefined;
}

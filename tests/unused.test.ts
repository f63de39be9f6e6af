import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { PROJECT } from './support/project-files.ts';

it('[OPS20] no file, export or package is there that nothing uses', async () => {
  const knip = join(PROJECT, 'node_modules', 'knip', 'bin', 'knip.js');
  const args = [knip, '--config', 'tests/knip.config.ts', '--no-progress', '--no-config-hints', '--reporter', 'compact'];
  // Ends with a code other than 0 when it has found something: what it found is what is wrong.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PROJECT }).catch((error) => error);
  expect(stdout.trim()).toBe('');
});

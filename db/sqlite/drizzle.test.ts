import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Imports all of the server in a process of its own and prints which files of Drizzle came along. */
const LOADED = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      loaded.push(found.url);
      return found;
    },
  });
  await import('./db/open.ts');
  await import('./server/start-server.ts');
  console.log(JSON.stringify(loaded.filter((url) => url.includes('/drizzle-orm/'))));
  process.exit(0);
`;

it('[LOG47] the server loads Drizzle through its CommonJS build alone', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', LOADED], {
    encoding: 'utf8',
    cwd: new URL('../../', import.meta.url),
  });
  expect(stderr).not.toContain('Error');
  const loaded: unknown = JSON.parse(stdout);
  expect(loaded).toContainEqual(expect.stringMatching(/\/drizzle-orm\/better-sqlite3\/driver\.cjs$/));
  expect(loaded).not.toContainEqual(expect.stringMatching(/\.m?js$/));
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Everything but the browser: units beside their subject, then tests/integration, tests/contract and tests/faults.
 * `CHAIRSIDE_REPORT` names a file for the JSON report that tests/run.mjs counts from.
 */
const report = process.env.CHAIRSIDE_REPORT;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['{shared,db,server,client,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**'],
    environment: 'node',
    pool: 'forks',
    // No file leaves anything behind that another one would meet: a process of its own for each would only take time.
    isolate: false,
    // Child processes with servers and databases of their own: more than two at a time only wait for each other.
    maxWorkers: 2,
    // Waits are for conditions; these only end a wait that will never be met, on however busy a machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: report === undefined ? ['default'] : ['default', 'json'],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
  },
});

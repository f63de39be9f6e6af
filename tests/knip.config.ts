import type { KnipConfig } from 'knip';

/** What runs by itself; whatever none of these reaches is unused. `tests/unused.test.ts` holds the project to it. */
export default {
  entry: [
    'server/main.ts',
    'server/cli/{start,dev,tool}.mjs',
    'client/main.tsx',
    'client/service-worker/service-worker.ts',
    'db/cli.ts',
    'db/sqlite/history-worker.ts',
    'tests/bench/{main,child,floor}.ts',
    'tests/faults/*-child.ts',
    'tests/pictures/take.ts',
  ],
  project: ['{client,db,server,shared,tests}/**/*.{ts,tsx,mjs}'],
  vite: { config: ['client/vite.config.ts'] },
  vitest: { config: ['tests/vitest.config.ts'], entry: ['{client,db,server,shared,tests}/**/*.test.{ts,tsx}'] },
  playwright: { config: ['tests/playwright.config.ts'], entry: ['tests/e2e/*.spec.ts'] },
  drizzle: { config: ['db/sqlite/drizzle.config.ts'] },
  // A type may be exported because something exported is made of it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Exporting a row is listing it: `all.ts` takes whatever these files export.
  ignoreIssues: { 'shared/session/said/*.ts': ['exports'] },
  // A program of somebody else's, compiled against a client that its test generates beside it.
  ignore: ['tests/outside/*.ts'],
  // Called by name through `server/cli/tool.mjs`; run by its path, and imported by the client that it writes.
  ignoreDependencies: ['@biomejs/biome', 'oazapfts', '@oazapfts/runtime'],
  // The machine's own, where it is there at all.
  ignoreBinaries: ['strace'],
} satisfies KnipConfig;

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqlite } from './open.ts';
import { openReader } from './sqlite/connection.ts';
import { queriesOn } from './sqlite/drizzle.ts';
import { verifyLog } from './sqlite/verify.ts';

const USAGE = 'node db/cli.ts verify|rebuild [--data ./data] [--file chairside.db]';

/** `verify` walks the whole chain; `rebuild` forgets history and makes it again. Exit code 1 when the log is not whole. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, file: { type: 'string' } },
  });
  const config = { dataDir: values.data ?? process.env.DATA_DIR ?? './data', file: values.file ?? 'chairside.db' };
  switch (positionals[0]) {
    case 'verify': {
      // Read-only and without the lock: it may run beside the server.
      const path = join(config.dataDir, config.file);
      const report = verifyLog(queriesOn(openReader(path)), path);
      console.log(report.ok ? `${report.events} events, the chain is whole` : `Broken at ${report.brokenAt}: ${report.reason}`);
      return report.ok ? 0 : 1;
    }
    case 'rebuild': {
      await using store = openSqlite(config);
      store.rebuild();
      console.log(`History made again from ${store.head()} events`);
      return 0;
    }
    default:
      console.error(USAGE);
      return 2;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'Failed');
  process.exitCode = 1;
}

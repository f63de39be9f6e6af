import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqlite } from '../../db/open.ts';
import { append, chairPut } from '../contract/store-writes.ts';

/**
 * A process that writes to the log until it is killed: `node log-child.ts <data folder> <storm|batches|unsafe-batches|until-refused|hold>`.
 * It says `answered …` on its standard output only after `submit` resolved, by a write that is done when it returns.
 */
const [dataDir = '', mode] = process.argv.slice(2);
const store = openSqlite({ dataDir, file: 'chairside.db' });
const say = (line: string): void => void writeSync(1, `${line}\n`);
const twoEvents = () => append([chairPut(randomUUID(), 'a'), chairPut(randomUUID(), 'b')]);

say('ready');
switch (mode) {
  case 'storm':
    await Promise.all(Array.from({ length: 8 }, storm));
    break;
  case 'unsafe-batches':
    store.connection.pragma('synchronous = OFF');
    await batches();
    break;
  case 'batches':
    await batches();
    break;
  case 'until-refused':
    await untilRefused();
    break;
  case 'hold':
    process.stdin.resume();
    break;
  default:
    throw new Error('What shall I do?');
}

async function storm(): Promise<never> {
  for (;;) {
    const write = twoEvents();
    const outcome = await store.submit(write);
    say(`answered ${write.commandId} ${outcome.kind === 'appended' ? outcome.position : 0}`);
  }
}

/** Ten turns with twenty writes each. */
async function batches(): Promise<void> {
  for (let batch = 1; batch <= 10; batch += 1) {
    await Promise.all(Array.from({ length: 20 }, () => store.submit(twoEvents())));
    say(`answered ${batch}`);
  }
  await store.close();
}

async function untilRefused(): Promise<void> {
  let refusals = 0;
  while (refusals < 3) {
    const write = twoEvents();
    try {
      const { kind } = await store.submit(write);
      say(kind === 'unknown' ? `unknown ${write.commandId}` : `answered ${write.commandId} ${store.head()}`);
    } catch (error) {
      refusals += 1;
      say(`refused ${error instanceof Error ? error.name : ''}`);
    }
  }
  process.exit(0);
}

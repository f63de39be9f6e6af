import { chainHash, eventJson, GENESIS, type StoredEvent } from '../chain.ts';
import type { VerifyReport } from '../store.ts';
import { readWitness } from '../witness.ts';
import { factOf } from './database-facts.ts';
import { gt, max, type Queries, sql } from './drizzle.ts';
import { TAIL_LOST } from './head-witness.ts';
import { commands, events } from './schema.ts';

/** Events read at a time: short reads keep the write-ahead log free to start over. */
const CHUNK = 5000;

/**
 * Walks the whole chain, then asks everything else that knows of positions whether the end is still there: an end cut off leaves a
 * chain that is perfectly whole. `path` is the database file's; its witness stands beside it.
 */
export function verifyLog(db: Queries, path: string): VerifyReport {
  // Read first: whatever it names was durable before the walk began.
  const witness = readWitness(`${path}.witness`);
  const sameLog = factOf(db, 'epoch') === witness?.epoch;
  const streams = new Map<string, number>();
  let head = { position: 0, hash: GENESIS };
  const broken = (brokenAt: number, reason: string): VerifyReport => ({ ok: false, events: head.position, brokenAt, reason });

  for (const event of allEvents(db)) {
    const expected = head.position + 1;
    if (event.position !== expected) return broken(expected, 'An event is missing');
    const streamPosition = (streams.get(event.stream) ?? 0) + 1;
    if (event.streamPosition !== streamPosition) return broken(expected, 'An event of its stream is missing');
    const hash = chainHash(head.hash, eventJson(event));
    if (hash !== event.hash) return broken(expected, 'The event was changed after it was stored');
    if (sameLog && witness?.position === expected && witness.hash !== hash)
      return broken(expected, 'The event is not the one that was witnessed here');
    streams.set(event.stream, streamPosition);
    head = { position: expected, hash };
  }
  if (sameLog && witness !== undefined && witness.position > head.position)
    return broken(head.position + 1, 'The end of the log is missing: it had been witnessed longer');
  if (lastAnswered(db) > lastPosition(db))
    return broken(head.position + 1, 'The end of the log is missing: a command was answered beyond it');
  const lost = factOf(db, TAIL_LOST);
  if (lost !== undefined)
    return broken(Number(lost) + 1, 'The end of the log was lost once: it had been witnessed longer than it was found');
  return { ok: true, events: head.position, brokenAt: null, reason: null };
}

function* allEvents(db: Queries): Generator<StoredEvent & { readonly hash: string }> {
  const read = db
    .select()
    .from(events)
    .where(gt(events.position, sql.placeholder('last')))
    .orderBy(events.position)
    .limit(CHUNK)
    .prepare();
  let last = 0;
  for (let chunk = read.all({ last }); chunk.length > 0; chunk = read.all({ last })) {
    yield* chunk;
    last = chunk.at(-1)?.position ?? last;
  }
}

function lastAnswered(db: Queries): number {
  return (
    db
      .select({ position: max(commands.toPosition) })
      .from(commands)
      .get()?.position ?? 0
  );
}

/** Asked after `lastAnswered`, so that a command stored in between is not taken for a lost end. */
function lastPosition(db: Queries): number {
  return (
    db
      .select({ position: max(events.position) })
      .from(events)
      .get()?.position ?? 0
  );
}

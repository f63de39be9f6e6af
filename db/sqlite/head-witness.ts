import { randomUUID } from 'node:crypto';
import type { Head } from '../log-engine.ts';
import { readWitness, writeWitness } from '../witness.ts';
import { factOf, putFact } from './database-facts.ts';
import { eq, type Queries } from './drizzle.ts';
import { events } from './schema.ts';

/** At most this often (milliseconds) is the head noted: off the path of an answer. */
const EVERY_MS = 1000;

/** Key in `meta` that remembers a lost end: `verify` says so for as long as it stands. */
export const TAIL_LOST = 'tail-lost';

/**
 * Knows the epoch and keeps the second file's note of the head. When the log that was opened is shorter than the note, or has
 * another hash there, its end was lost (torn write-ahead log, rows removed by hand): that is remembered, and the epoch renewed so
 * that no screen mistakes new events for the ones it has seen under the same positions.
 */
export function headWitness(db: Queries, path: string, { headNow }: { readonly headNow: () => Head }) {
  const hashAt = (position: number) =>
    db.select({ hash: events.hash }).from(events).where(eq(events.position, position)).get()?.hash;

  let epoch = factOf(db, 'epoch');
  const seen = readWitness(path);
  if (epoch !== undefined && seen?.epoch === epoch && seen.position > 0 && hashAt(seen.position) !== seen.hash) {
    putFact(db, TAIL_LOST, String(Math.min(headNow().position, seen.position - 1)));
    epoch = undefined;
  }
  if (epoch === undefined) {
    epoch = randomUUID();
    putFact(db, 'epoch', epoch);
  }
  const known = epoch;

  let noted = -1;
  let timer: NodeJS.Timeout | undefined;
  function note(): void {
    timer = undefined;
    const { position, hash } = headNow();
    if (noted === position) return;
    noted = position;
    try {
      writeWitness(path, { epoch: known, position, hash });
    } catch {
      // A note that could not be written says nothing wrong; the log itself reports a full or broken disk.
      noted = -1;
    }
  }

  return {
    epoch: known,
    /** The head moved: note it soon. */
    moved(): void {
      timer ??= setTimeout(note, EVERY_MS).unref();
    },
    close(): void {
      clearTimeout(timer);
      note();
    },
  };
}

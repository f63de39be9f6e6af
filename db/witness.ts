import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What had been durable when it was written down: the log may be longer, never shorter or different. */
export interface Witness {
  readonly epoch: string;
  readonly position: number;
  readonly hash: string;
}

/**
 * The log's head, noted in a second file. SQLite recovers from a torn write-ahead log by dropping its end without a word, and
 * the rest of the chain still verifies; only something outside the database can tell that rows are gone.
 */
export function readWitness(path: string): Witness | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isWitness(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the note in one step; not synced, since a note that is too old only says less. */
export function writeWitness(path: string, witness: Witness): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(witness)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** By hand instead of with zod, which the history worker would have to load for this alone. */
function isWitness(note: unknown): note is Witness {
  if (typeof note !== 'object' || note === null || !('epoch' in note && 'position' in note && 'hash' in note)) return false;
  return typeof note.epoch === 'string' && Number.isSafeInteger(note.position) && typeof note.hash === 'string';
}

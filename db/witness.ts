import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const witnessSchema = z.object({ epoch: z.string(), position: z.int().nonnegative(), hash: z.string() });

/** What had been durable when it was written down: the log may be longer, never shorter or different. */
export type Witness = z.infer<typeof witnessSchema>;

/**
 * The log's head, noted in a second file. SQLite recovers from a torn write-ahead log by dropping its end without a word, and
 * the rest of the chain still verifies; only something outside the database can tell that rows are gone.
 */
export function readWitness(path: string): Witness | undefined {
  try {
    return witnessSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces the note in one step; not synced, since a note that is too old only says less. */
export function writeWitness(path: string, witness: Witness): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(witness)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

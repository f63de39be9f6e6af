import { z } from 'zod';
import type { Refusal } from '../../shared/log/refusal.ts';
import type { Write, WriteOutcome } from '../store.ts';
import type { Connection } from './connection.ts';
import type { EventLog } from './event-log.ts';

const refusalSchema = z.object({ code: z.string(), rule: z.string(), detail: z.string() });

interface CommandRow {
  readonly digest: string;
  readonly outcome: 'appended' | 'refused';
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly refusal: string | null;
}

/** The table `commands`: what was answered to each command id, so that the same id gets the same answer. */
export function commandBook(connection: Connection, log: EventLog) {
  const find = connection.prepare<[string], CommandRow>(
    'SELECT digest, outcome, from_position AS fromPosition, to_position AS toPosition, refusal FROM commands WHERE id = ?',
  );
  const insert = connection.prepare<[CommandRow & { readonly id: string }]>(
    `INSERT INTO commands (id, digest, outcome, from_position, to_position, refusal)
     VALUES (@id, @digest, @outcome, @fromPosition, @toPosition, @refusal)`,
  );

  return {
    /** The answer given before to this id, if any; sees what this transaction has stored so far. */
    answered(write: Write): WriteOutcome | undefined {
      const row = find.get(write.commandId);
      if (row === undefined) return undefined;
      if (row.digest !== write.digest) return { kind: 'id-reused' };
      if (row.refusal !== null) return { kind: 'refused', refusal: refusalSchema.parse(JSON.parse(row.refusal)), replayed: true };
      return {
        kind: 'appended',
        position: row.toPosition,
        events: log.between(row.fromPosition, row.toPosition),
        replayed: true,
      };
    },
    appended(write: Write, fromPosition: number, toPosition: number): void {
      insert.run({ id: write.commandId, digest: write.digest, outcome: 'appended', fromPosition, toPosition, refusal: null });
    },
    refused(write: Write, refusal: Refusal, head: number): void {
      insert.run({
        id: write.commandId,
        digest: write.digest,
        outcome: 'refused',
        fromPosition: head,
        toPosition: head,
        refusal: JSON.stringify(refusal),
      });
    },
  };
}

export type CommandBook = ReturnType<typeof commandBook>;

import { z } from 'zod';
import type { Id } from '../../shared/units.ts';
import type { CommandAnswer } from '../log-engine.ts';
import type { Connection } from './connection.ts';

const refusalSchema = z.object({ code: z.string(), rule: z.string(), detail: z.string() });

interface CommandRow {
  readonly id: Id;
  readonly digest: string;
  readonly outcome: 'appended' | 'refused';
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly refusal: string | null;
}

/** The table `commands`: what was answered to each command id, so that the same id gets the same answer. */
export function commandBook(connection: Connection) {
  const find = connection.prepare<[string], CommandRow>(
    'SELECT id, digest, outcome, from_position AS fromPosition, to_position AS toPosition, refusal FROM commands WHERE id = ?',
  );
  const insert = connection.prepare<[CommandRow]>(
    `INSERT INTO commands (id, digest, outcome, from_position, to_position, refusal)
     VALUES (@id, @digest, @outcome, @fromPosition, @toPosition, @refusal)`,
  );

  return {
    /** The answers given before to these ids, where there are any. */
    answersTo(commandIds: readonly Id[]): ReadonlyMap<Id, CommandAnswer> {
      const answers = new Map<Id, CommandAnswer>();
      for (const commandId of commandIds) {
        const row = find.get(commandId);
        if (row === undefined) continue;
        const { digest, fromPosition: from, toPosition: to } = row;
        const refusal = row.refusal === null ? null : refusalSchema.parse(JSON.parse(row.refusal));
        answers.set(commandId, { commandId, digest, from, to, refusal });
      }
      return answers;
    },
    /** Inside the transaction that stores its events. */
    add({ commandId, digest, from, to, refusal }: CommandAnswer): void {
      insert.run({
        id: commandId,
        digest,
        outcome: refusal === null ? 'appended' : 'refused',
        fromPosition: from,
        toPosition: to,
        refusal: refusal === null ? null : JSON.stringify(refusal),
      });
    },
  };
}

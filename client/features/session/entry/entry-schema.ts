import type { z } from 'zod';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { COMMAND_ROWS, type SessionCommandType } from '../../../../shared/session/said/all.ts';
import { dataKit } from '../../../../shared/session/said/data-kit.ts';
import { limitsOf, type NumberWords, numberSays, schemaAt } from '../../../components/form/limits.ts';

/** The schema of what a command says: a form of the visit has no limits of its own. */
export function entrySchema<T extends SessionCommandType>(type: T): z.ZodType<CommandData<T>> {
  return COMMAND_ROWS[type].data(dataKit) as z.ZodType as z.ZodType<CommandData<T>>;
}

/** The sentence for a number of a command that is not taken. */
export function entryNumberSays(type: SessionCommandType, path: string, words: NumberWords): (typed: string) => string {
  const schema = schemaAt(entrySchema(type), path);
  if (schema === undefined) throw new Error(`No ${path} in ${type}`);
  return numberSays(schema, words);
}

/** How long a text of a command may be. */
export function entryTextLength(type: SessionCommandType, path: string): number {
  const schema = schemaAt(entrySchema(type), path);
  const length = schema === undefined ? undefined : limitsOf(schema).maxLength;
  if (length === undefined) throw new Error(`No text ${path} in ${type}`);
  return length;
}

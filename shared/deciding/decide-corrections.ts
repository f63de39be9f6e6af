import type { z } from 'zod';
import { type Decision, refuse } from '../log/refusal.ts';
import { DISCHARGE_SCALES } from '../scores/discharge-scales.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import { COMMAND_ROWS, EVENT_ROWS, type SessionEventData, type SessionEventType } from '../session/said/all.ts';
import { dataKit } from '../session/said/data-kit.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { allergyRefused } from './allergies.ts';
import type { DecideContext } from './context.ts';
import { correctedTimeRefused } from './corrected-time.ts';

type Decided = Decision<NewSessionEvent>;
type Medication = SessionEventData['medication-given'];

/** Corrected is what was typed, so the new data is that of the command. Phase changes keep their time. */
const typedSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.values(COMMAND_ROWS)
    .filter(({ mend }) => mend.correct)
    .map((row) => [row.event, row.data(dataKit)]),
);

/** The schema that the whole new data of an entry must fit; `undefined` for what cannot be corrected. */
export const correctableSchema = (type: SessionEventType): z.ZodType | undefined => typedSchemas.get(type);

/** VISIT29: by its author or a physician, with valid values; the old ones stay in sight. */
export function decideCorrection(session: SessionState, command: CommandOf<'correct-entry'>, context: DecideContext): Decided {
  const entry = entryOf(session, command.data.eventId);
  const refusal = mayNotTouch(entry, context, 'VISIT29');
  if (entry === undefined || refusal !== undefined) return refusal ?? unknown('VISIT29');
  const schema = correctableSchema(entry.type);
  if (schema === undefined) return refuse('not-correctable', 'VISIT29', 'This kind of entry cannot be corrected.');
  const parsed = schema.safeParse(command.data.data);
  if (!parsed.success)
    return refuse('correction-invalid', 'VISIT29', parsed.error.issues[0]?.message ?? 'The values are not valid.');
  const data = parsed.data as Record<string, unknown>;
  const allergic = entry.type === 'medication-given' ? allergyRefused(session, parsed.data as Medication, context) : undefined;
  if (allergic !== undefined) return allergic;
  const { happenedAt, ...said } = command.data;
  const isMoved = happenedAt !== undefined && happenedAt !== entry.happenedAt;
  const notThen = isMoved ? correctedTimeRefused(session, entry, happenedAt) : undefined;
  if (notThen !== undefined) return notThen;
  const kept = isMoved ? { ...said, happenedAt } : said;
  if (entry.type === 'infusion-resumed')
    return fact(session.id, 'entry-corrected', command.at, { ...kept, data: { ...entry.data, ...data } });
  // What the server knew at the check-in is nobody's to correct.
  if (entry.type === 'checked-in' && entry.data.lastDose !== undefined)
    return fact(session.id, 'entry-corrected', command.at, { ...kept, data: { ...data, lastDose: entry.data.lastDose } });
  if (entry.type !== 'discharge-scored') return fact(session.id, 'entry-corrected', command.at, { ...kept, data });
  const scored = COMMAND_ROWS['score-discharge'].data(dataKit).parse(data);
  const total = DISCHARGE_SCALES[scored.scale].total(scored.items);
  if (total === undefined || DISCHARGE_SCALES[scored.scale].validate(scored.items) !== undefined)
    return refuse('correction-invalid', 'VISIT29', 'Every row has to be scored.');
  return fact(session.id, 'entry-corrected', command.at, { ...kept, data: { ...data, total } });
}

/** VISIT30: by its author or a physician, with a reason; it stays in sight, struck through. */
export function decideStrike(session: SessionState, command: CommandOf<'strike-entry'>, context: DecideContext): Decided {
  const entry = entryOf(session, command.data.eventId);
  const refusal = mayNotTouch(entry, context, 'VISIT30');
  if (entry === undefined || refusal !== undefined) return refusal ?? unknown('VISIT30');
  if (!EVENT_ROWS[entry.type].mend.strike) return refuse('not-correctable', 'VISIT30', 'This kind of entry cannot be struck.');
  return fact(session.id, 'entry-struck', command.at, command.data);
}

function entryOf(session: SessionState, eventId: string): AnyEntry | undefined {
  return session.entries.find((entry) => entry.eventId === eventId);
}

function mayNotTouch(entry: AnyEntry | undefined, { actor }: DecideContext, rule: string) {
  if (entry === undefined) return unknown(rule);
  if (entry.struck !== undefined) return refuse('not-correctable', rule, 'This entry has been struck.');
  if (entry.actor.id !== actor.id && actor.role !== 'physician')
    return refuse('not-allowed', rule, 'Only who made the entry, or a physician, may change it.');
  return undefined;
}

function unknown(rule: string) {
  return refuse('unknown-entry', rule, 'There is no such entry in this visit.');
}

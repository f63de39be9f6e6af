import { refuse } from '../log/refusal.ts';
import { entriesOf } from '../session/entries.ts';
import { isOver } from '../session/occupancy.ts';
import { EVENT_ROWS, type SessionEventType } from '../session/said/all.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { type Instant, MINUTE_MS, toMs } from '../units.ts';

/** How far apart the clocks of two devices may be. */
const CLOCKS_MS = MINUTE_MS;

/** What may be said of before the check-in, and of after the end of the visit: the same as when it is first said. */
const BEFORE: readonly SessionEventType[] = ['note-added'];
const AFTER: readonly SessionEventType[] = ['note-added', 'adverse-event-reported'];

/** VISIT56: why an entry cannot have happened then; `undefined` when it can. */
export function correctedTimeRefused(session: SessionState, entry: AnyEntry, at: Instant): ReturnType<typeof refuse> | undefined {
  const { type, happenedAt, recordedAt } = entry;
  const no = (detail: string) => refuse('time-not-correctable', 'VISIT56', detail);
  const atMs = toMs(at);
  if (!EVENT_ROWS[type].mend.time) return no('The time of a step of the visit cannot be corrected.');
  if (atMs > toMs(recordedAt) + CLOCKS_MS) return no('That is after the entry was recorded.');
  const arrived = entriesOf(session, 'checked-in')[0];
  if (!BEFORE.includes(type) && arrived !== undefined && atMs < toMs(arrived.happenedAt) - CLOCKS_MS)
    return no('That is before the patient was checked in.');
  if (!AFTER.includes(type) && isOver(session.phase) && at > session.phaseSince) return no('That is after the end of the visit.');
  const [from, to] = [Math.min(toMs(happenedAt), atMs), Math.max(toMs(happenedAt), atMs)];
  const isBetween = (step: AnyEntry) => toMs(step.happenedAt) > from && toMs(step.happenedAt) < to;
  if (EVENT_ROWS[type].phaseAfter !== undefined && stepsOf(session).some((step) => step !== entry && isBetween(step)))
    return no('Another step of the visit lies between.');
  return undefined;
}

/** What moved the visit on and was not struck. */
function stepsOf({ entries }: SessionState): AnyEntry[] {
  return entries.filter(
    ({ type, struck }) => struck === undefined && type !== 'dose-given' && EVENT_ROWS[type].phaseAfter !== undefined,
  );
}

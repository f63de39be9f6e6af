import type { Protocol } from '../clinic/protocol.ts';
import { LIMITED_SCALES, LIMITED_SIGNS, limitedRow, measuredText } from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import { SIGNS } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { beyond } from '../vitals/assess.ts';
import { latestOf } from '../vitals/latest.ts';

/** The id under which a physician may override a baseline outside the hold limits. */
export const BASELINE_CHECK = 'baseline-vitals';

/** One thing that must hold before the start. */
export interface ReadyCheck {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'overridden' | 'missing' | 'failed';
  /** In words, when it isn't done: what to do, or what is wrong. */
  readonly why?: string;
  /** Whether a physician may override it with a reason. */
  readonly mayOverride: boolean;
}

/**
 * Everything that must hold before the drug is started, in the order of the protocol: checklist, chair, baseline, order
 * and its confirmation. `now` (ms) decides whether the baseline is still recent enough.
 */
export function readyChecks(session: SessionState, protocol: Protocol, nowMs: number): ReadyCheck[] {
  return [
    ...checklistChecks(session, protocol),
    chairCheck(session),
    baselineCheck(session, protocol, nowMs),
    ...orderChecks(session),
  ];
}

/** The checks that still block the start. */
export function missingBeforeStart(session: SessionState, protocol: Protocol, nowMs: number): ReadyCheck[] {
  return readyChecks(session, protocol, nowMs).filter(({ state }) => state === 'missing' || state === 'failed');
}

function checklistChecks(session: SessionState, protocol: Protocol): ReadyCheck[] {
  const answers = new Map(entriesOf(session, 'checklist-answered').map(({ data }) => [data.item, data.answer]));
  return protocol.checklist.map(({ id, label, hard, expected }) => {
    const answer = answers.get(id);
    const mayOverride = true;
    if (answer === expected || answer === 'not-applicable') return { id, label, state: 'done', mayOverride };
    if (isOverridden(session, id)) return { id, label, state: 'overridden', mayOverride };
    if (answer === undefined) return { id, label, state: 'missing', why: 'not answered', mayOverride };
    return hard
      ? { id, label, state: 'failed', why: `answered ${answer}`, mayOverride }
      : { id, label, state: 'done', mayOverride };
  });
}

function chairCheck(session: SessionState): ReadyCheck {
  const check = { id: 'chair', label: 'Chair', mayOverride: false };
  return session.chairId === undefined ? { ...check, state: 'missing', why: 'no chair assigned' } : { ...check, state: 'done' };
}

function baselineCheck(session: SessionState, protocol: Protocol, nowMs: number): ReadyCheck {
  const check = { id: BASELINE_CHECK, label: 'Baseline vital signs', mayOverride: true };
  if (isOverridden(session, BASELINE_CHECK)) return { ...check, state: 'overridden' };
  const { beforeWithinMin, required } = protocol.vitals;
  const recent = (at: string) => nowMs - toMs(at) <= beforeWithinMin * MINUTE_MS;
  const missing = required.filter((sign) => {
    const last = latestOf(session, sign);
    return last === undefined || !recent(last.at);
  });
  if (missing.length > 0) {
    const names = missing.map((sign) => SIGNS[sign].label).join(', ');
    return { ...check, state: 'missing', why: `not measured in the last ${beforeWithinMin} min: ${names}` };
  }
  const held = outsideHold(session, protocol);
  return held === undefined ? { ...check, state: 'done' } : { ...check, state: 'failed', why: held };
}

/** The first sign or scale outside the hold limits, in words; `undefined` when all are within. */
export function outsideHold(session: SessionState, protocol: Protocol): string | undefined {
  for (const name of [...LIMITED_SIGNS, ...LIMITED_SCALES]) {
    const value = latestOf(session, name)?.value;
    if (value === undefined) continue;
    const outside = !limitedRow(name).limits.holds ? undefined : beyond(value, protocol.limits[name].hold);
    if (outside !== undefined)
      return `${measuredText(name, value)}, hold ${outside.bound === 'high' ? 'above' : 'below'} ${outside.limit}`;
  }
  return undefined;
}

function orderChecks(session: SessionState): ReadyCheck[] {
  const written = session.entries.findLast((entry) => entry.type === 'order-written');
  const order = { id: 'order', label: 'Order', mayOverride: false };
  const check = { id: 'order-confirmed', label: 'Dose and pump checked by a second person', mayOverride: false };
  if (written === undefined)
    return [
      { ...order, state: 'missing', why: 'no order written' },
      { ...check, state: 'missing', why: 'no order to check' },
    ];
  const confirmed = isOrderConfirmed(session);
  return [
    { ...order, state: 'done' },
    confirmed ? { ...check, state: 'done' } : { ...check, state: 'missing', why: 'second check open' },
  ];
}

/** Whether another person confirmed the order in force. */
export function isOrderConfirmed(session: SessionState): boolean {
  const written = session.entries.findLast((entry) => entry.type === 'order-written');
  return written !== undefined && entriesOf(session, 'order-confirmed').some(({ data }) => data.orderEventId === written.eventId);
}

function isOverridden(session: SessionState, item: string): boolean {
  return entriesOf(session, 'check-overridden').some(({ data }) => data.item === item);
}

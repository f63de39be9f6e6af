import type { Allergies } from '../clinic/allergies.ts';
import type { Protocol } from '../clinic/protocol.ts';
import type { Outcome } from '../clinic/records.ts';
import { entriesOf } from '../session/entries.ts';
import type { Entry, SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { CLOCKS_MS } from '../vitals/latest.ts';
import { ALLERGY_CHECK, allergyFacts } from './allergies.ts';
import { lackingOf, lackingText, scalesWith } from './evidence.ts';
import { heldFacts, heldText } from './holding.ts';
import { type Fact, isCovered } from './overrides.ts';
import { openSuicidality, SUICIDALITY_CHECK, suicidalityFacts } from './suicidality.ts';

/** The id under which a physician may override a baseline outside the hold limits. */
export const BASELINE_CHECK = 'baseline-vitals';

/** One thing that must hold before the start. */
export interface ReadyCheck {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'overridden' | 'missing' | 'failed';
  /** In words, when it isn't done: what to do, or what is wrong. */
  readonly why?: string;
  /** What a physician who goes on against it has seen. Absent where nobody may: what was never measured cannot have been seen. */
  readonly facts?: readonly Fact[];
}

/**
 * Everything that must hold before the drug is started, in the order of the protocol: checklist, what the patient's `results` say
 * of suicide, what is recorded of `allergies`, chair, baseline, order and its confirmation. `now` (ms) is the time of the start: what was said or measured
 * after it does not count for it.
 */
export function readyChecks(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
  allergies: Allergies,
): ReadyCheck[] {
  return [
    ...checklistChecks(session, protocol),
    ...suicidalityCheck(session, results),
    ...allergyCheck(session, protocol, allergies),
    chairCheck(session),
    baselineCheck(session, protocol, nowMs),
    ...orderChecks(session, protocol, nowMs),
  ];
}

/** The checks that still block the start. */
export function missingBeforeStart(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
  allergies: Allergies,
): ReadyCheck[] {
  return readyChecks(session, protocol, nowMs, results, allergies).filter(
    ({ state }) => state === 'missing' || state === 'failed',
  );
}

function checklistChecks(session: SessionState, protocol: Protocol): ReadyCheck[] {
  const answers = new Map(entriesOf(session, 'checklist-answered').map((entry) => [entry.data.item, entry]));
  return protocol.checklist.map(({ id, label, hard, expected }) => {
    const entry = answers.get(id);
    const answer = entry?.data.answer ?? (isSaidAtCheckIn(session, id) ? 'yes' : undefined);
    if (answer === expected || answer === 'not-applicable') return { id, label, state: 'done' };
    const facts =
      entry === undefined
        ? [{ what: id, value: 'not answered' }]
        : [{ what: id, value: entry.data.answer, eventId: entry.eventId }];
    if (isCovered(session, id, facts)) return { id, label, state: 'overridden' };
    if (answer === undefined) return { id, label, state: 'missing', why: 'not answered', facts };
    return hard ? { id, label, state: 'failed', why: `answered ${answer}`, facts } : { id, label, state: 'done' };
  });
}

/** What the check-in says already is not asked a second time: who it is, the weight, who takes the patient home. */
export function isSaidAtCheckIn(session: SessionState, item: string): boolean {
  const arrived = entriesOf(session, 'checked-in').at(-1);
  if (arrived === undefined) return false;
  return item === 'identifiers' || item === 'weight' || (item === 'escort' && arrived.data.escort !== undefined);
}

/** Nothing to ask where no result tells of suicide. */
function suicidalityCheck(session: SessionState, results: readonly Outcome[]): ReadyCheck[] {
  if (suicidalityFacts(results).length === 0) return [];
  const check = { id: SUICIDALITY_CHECK, label: 'A physician’s word on suicidality' };
  const facts = openSuicidality(session, results);
  if (facts.length === 0) return [{ ...check, state: 'overridden' }];
  return [{ ...check, state: 'failed', why: facts.map(({ value }) => value).join('; '), facts }];
}

/** Nothing to ask where no allergy to the drug is recorded. */
function allergyCheck(session: SessionState, { drug }: Protocol, allergies: Allergies): ReadyCheck[] {
  const facts = allergyFacts(allergies, drug);
  if (facts.length === 0) return [];
  const check = { id: ALLERGY_CHECK, label: `Allergy to ${drug}` };
  if (isCovered(session, ALLERGY_CHECK, facts)) return [{ ...check, state: 'overridden' }];
  return [{ ...check, state: 'failed', why: facts.map(({ value }) => value).join('; '), facts }];
}

function chairCheck(session: SessionState): ReadyCheck {
  const check = { id: 'chair', label: 'Chair' };
  return session.chairId === undefined ? { ...check, state: 'missing', why: 'no chair assigned' } : { ...check, state: 'done' };
}

function baselineCheck(session: SessionState, protocol: Protocol, nowMs: number): ReadyCheck {
  const check = { id: BASELINE_CHECK, label: 'Baseline vital signs' };
  const { beforeWithinMin, required } = protocol.vitals;
  const names = [...required, ...scalesWith(protocol.limits, 'hold')];
  const byMs = nowMs + CLOCKS_MS;
  const lacking = lackingOf(session, names, { withinMin: beforeWithinMin, byMs, nowMs });
  const open = lacking.length === 0 ? [] : [`wanted within ${beforeWithinMin} min before: ${lackingText(lacking)}`];
  const facts = heldFacts(session, protocol, byMs);
  if (facts.length > 0 && !isCovered(session, BASELINE_CHECK, facts))
    return { ...check, state: 'failed', why: [...facts.map((fact) => heldText(fact, protocol)), ...open].join('; '), facts };
  if (open.length > 0) return { ...check, state: 'missing', why: open.join('; ') };
  return { ...check, state: facts.length > 0 ? 'overridden' : 'done' };
}

function orderChecks(session: SessionState, protocol: Protocol, nowMs: number): ReadyCheck[] {
  const written = entriesOf(session, 'order-written').at(-1);
  return [
    checkOf('order', 'Order', written === undefined ? 'no order written' : orderFault(session, written, nowMs)),
    checkOf(
      'order-confirmed',
      'Dose and pump checked by a second person',
      written === undefined ? 'no order to check' : confirmationFault(session, protocol, nowMs),
    ),
  ];
}

const checkOf = (id: string, label: string, why: string | undefined): ReadyCheck =>
  why === undefined ? { id, label, state: 'done' } : { id, label, state: 'missing', why };

const isLater = (at: string, nowMs: number) => toMs(at) > nowMs + CLOCKS_MS;

/** An order stands for the weight that it was written for. */
function orderFault(session: SessionState, written: Entry<'order-written'>, nowMs: number): string | undefined {
  if (isLater(written.happenedAt, nowMs)) return 'written after this time';
  const arrived = entriesOf(session, 'checked-in').at(-1);
  const now = arrived?.data.weightKg;
  const then = written.data.weightKg ?? arrived?.corrections.find(({ at }) => at > written.recordedAt)?.was.weightKg ?? now;
  return then === now ? undefined : `written for ${then} kg, the weight is ${now} kg: a new order is needed`;
}

function confirmationFault(session: SessionState, protocol: Protocol, nowMs: number): string | undefined {
  const confirmed = confirmationOf(session);
  if (confirmed === undefined) return 'second check open';
  if (isLater(confirmed.happenedAt, nowMs)) return 'checked after this time';
  const { chairId } = confirmed.data;
  if (chairId !== undefined && chairId !== session.chairId) return 'checked at another chair';
  const ageMs = nowMs - toMs(confirmed.happenedAt);
  return ageMs > protocol.secondCheckWithinMin * MINUTE_MS
    ? `checked more than ${protocol.secondCheckWithinMin} min ago`
    : undefined;
}

/** The second person's check of the order in force. */
export function confirmationOf(session: SessionState) {
  const written = session.entries.findLast((entry) => entry.type === 'order-written');
  return entriesOf(session, 'order-confirmed').findLast(({ data }) => data.orderEventId === written?.eventId);
}

import type { Protocol } from '../clinic/protocol.ts';
import type { Outcome } from '../clinic/records.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { drugOverMs, observation } from '../vitals/due.ts';
import { bloodPressures, firstDrugAt } from '../vitals/latest.ts';
import { attentionChecks } from './attention.ts';
import { check, type DischargeCheck } from './discharge-check.ts';
import { evidenceCheck, limitsCheck } from './discharge-limits.ts';
import { type EvidenceSpan, staleness } from './evidence.ts';
import { openSuicidality, SUICIDALITY_CHECK, suicidalityFacts } from './suicidality.ts';

/** Everything that must hold before a patient goes home, at one moment. */
interface Gate {
  readonly session: SessionState;
  readonly protocol: Protocol;
  readonly nowMs: number;
  /** The patient's results of outcome scales. */
  readonly results: readonly Outcome[];
  /** Since when (ms) what was seen counts: the drug is in. Absent while it is not. */
  readonly overMs: number | undefined;
  readonly span: EvidenceSpan;
}

/**
 * Everything that must hold before a patient goes home: minutes, readings, score, signs and scales seen after the drug and
 * lately, their limits, nobody still called for, and the protocol's criteria.
 * Source: clinical.md "Protocols to seed", "Before the start, and before going home".
 */
export function dischargeChecks(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
): DischargeCheck[] {
  const overMs = drugOverMs(session);
  const span = {
    afterMs: overMs ?? Number.POSITIVE_INFINITY,
    withinMin: protocol.recovery.evidenceWithinMin,
    nowMs,
  };
  const gate: Gate = { session, protocol, nowMs, results, overMs, span };
  return [
    minutesCheck(gate),
    readingsCheck(gate),
    ...fixedChecks(gate),
    scoreCheck(gate),
    evidenceCheck(session, protocol, span),
    limitsCheck(session, protocol),
    ...attentionChecks(session),
    ...suicidalityCheck(gate),
    ...criteriaChecks(gate),
  ];
}

/** The checks that are not met yet. */
export function missingForDischarge(
  session: SessionState,
  protocol: Protocol,
  nowMs: number,
  results: readonly Outcome[],
): DischargeCheck[] {
  return dischargeChecks(session, protocol, nowMs, results).filter(({ met }) => !met);
}

function minutesCheck({ session, protocol, nowMs }: Gate): DischargeCheck {
  const label = `${protocol.recovery.requiredMin} minutes observed`;
  const seen = observation(session, protocol, nowMs);
  if (seen === undefined) return check('minutes', label, 'infusion not ended');
  const left = seen.requiredMin - seen.minutes;
  return check('minutes', label, left <= 0 ? undefined : `${left} min left`);
}

/** Those that are an interval apart, less the grace: two in one minute are one. */
function spaced(moments: readonly number[], { vitals }: Protocol): number {
  const apartMs = (vitals.recoveryEveryMin - vitals.graceMin) * MINUTE_MS;
  let count = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const atMs of moments.toSorted((a, b) => a - b)) {
    if (atMs - lastMs < apartMs) continue;
    count += 1;
    lastMs = atMs;
  }
  return count;
}

function readingsCheck({ session, protocol, overMs, nowMs }: Gate): DischargeCheck {
  const { minReadings } = protocol.recovery;
  const moments = bloodPressures(session).flatMap(({ atMs }) =>
    overMs !== undefined && atMs > overMs && atMs <= nowMs ? [atMs] : [],
  );
  const count = spaced(moments, protocol);
  const apart = count < moments.length && count < minReadings ? ', the others too close to each other' : '';
  const why = count >= minReadings ? undefined : `${count} of ${minReadings} readings${apart}`;
  return check('readings', `${minReadings} readings after the end`, why);
}

/** Readings at a minute of their own; the minutes count from the first of the drug. */
function fixedChecks({ session, protocol }: Gate): DischargeCheck[] {
  const first = firstDrugAt(session);
  if (first === undefined) return [];
  const firstMs = toMs(first);
  return protocol.vitals.fixed.map(({ atMin, fromMin, toMin }) => {
    const there = bloodPressures(session).some(
      ({ atMs }) => atMs >= firstMs + fromMin * MINUTE_MS && atMs <= firstMs + toMin * MINUTE_MS,
    );
    return check(
      `reading-at-${atMin}`,
      `Reading at ${atMin} min`,
      there ? undefined : `no reading at ${fromMin} to ${toMin} min`,
    );
  });
}

function scoreCheck({ session, protocol, nowMs, span }: Gate): DischargeCheck {
  const { scale, minScore, consecutiveScores } = protocol.recovery;
  const scores = entriesOf(session, 'discharge-scored')
    .filter(({ data, happenedAt }) => data.scale === scale && toMs(happenedAt) <= nowMs)
    .toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  return check('score', `${scale.toUpperCase()} ${minScore} or more`, why());

  function why(): string | undefined {
    const last = scores.at(-1);
    if (last === undefined) return 'not scored';
    const stale = staleness(toMs(last.happenedAt), span);
    if (stale === 'before') return 'not scored since the drug';
    if (stale === 'old') return `score ${Math.floor((nowMs - toMs(last.happenedAt)) / MINUTE_MS)} min old`;
    if (last.data.total < minScore) return `score ${last.data.total}, needs ${minScore}`;
    const lowAt = scores.findLastIndex(({ data }) => data.total < minScore);
    const good = scores
      .slice(lowAt + 1)
      .flatMap(({ happenedAt }) =>
        staleness(toMs(happenedAt), { ...span, withinMin: Number.POSITIVE_INFINITY }) === undefined ? [toMs(happenedAt)] : [],
      );
    const inARow = spaced(good, protocol);
    return inARow >= consecutiveScores ? undefined : `${inARow} of ${consecutiveScores} scores`;
  }
}

function suicidalityCheck({ session, results, overMs }: Gate): DischargeCheck[] {
  if (suicidalityFacts(results).length === 0) return [];
  const open = openSuicidality(session, results, overMs);
  const why = open.length === 0 ? undefined : `${open.map(({ value }) => value).join('; ')}: a physician’s word is needed`;
  return [check(SUICIDALITY_CHECK, 'A physician’s word on suicidality', why)];
}

/** Confirmed by a person, or, where the protocol wants one, proven by a result of after the drug. */
function criteriaChecks({ session, protocol, results, overMs }: Gate): DischargeCheck[] {
  const answers = new Map(entriesOf(session, 'criterion-answered').map(({ data }) => [data.criterion, data.met]));
  const isMet = ({ id, result }: Protocol['criteria'][number]) =>
    result === undefined
      ? answers.get(id) === true
      : results.some(({ scale, takenAt }) => scale === result && overMs !== undefined && toMs(takenAt) >= overMs);
  return protocol.criteria.map((criterion) =>
    check(criterion.id, criterion.label, isMet(criterion) ? undefined : (criterion.missing ?? `open: ${criterion.label}`)),
  );
}

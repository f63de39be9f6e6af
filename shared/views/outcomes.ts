import type { Outcome } from '../clinic/records.ts';
import {
  alertOf,
  bandOf,
  type OutcomeAlert,
  type OutcomeChange,
  type OutcomeScale,
  outcomeChange,
} from '../scores/outcome-scale.ts';
import { OUTCOME_SCALES, type OutcomeScaleId } from '../scores/outcome-scales.ts';
import type { Id, Instant } from '../units.ts';

/** One result as a person reads it. */
export interface OutcomeLine {
  readonly id: Id;
  readonly scale: OutcomeScaleId;
  readonly label: string;
  readonly total: number;
  readonly max: number;
  readonly band?: string;
  /** Sums of groups of items, in words: `clusters B 12 · C 4 · D 16 · E 10`; absent without the items. */
  readonly parts?: string;
  readonly takenAt: Instant;
  readonly sessionId?: Id;
  readonly alert: OutcomeAlert;
  /** What an alert asks for, or what is not known, in words; absent where there is nothing to say. */
  readonly alertWords?: string;
  /** Change from the first result of the scale, and when that was; absent for the first itself. */
  readonly change?: OutcomeChange & { readonly from: number; readonly since: Instant };
}

/** A patient's results, newest first. The baseline of each scale is its first result. */
export function outcomeLines(outcomes: Iterable<Outcome>): OutcomeLine[] {
  const sorted = [...outcomes].sort((a, b) => (a.takenAt < b.takenAt ? -1 : a.takenAt > b.takenAt ? 1 : a.id < b.id ? -1 : 1));
  const first = new Map<OutcomeScaleId, Outcome>();
  for (const outcome of sorted) if (!first.has(outcome.scale)) first.set(outcome.scale, outcome);
  return sorted.map((outcome) => lineOf(outcome, first.get(outcome.scale))).reverse();
}

/** One result; `baseline` is the first of its scale, if there is one before it. */
export function lineOf(outcome: Outcome, baseline: Outcome | undefined): OutcomeLine {
  const { id, scale, total, items, takenAt, sessionId } = outcome;
  const kind: OutcomeScale = OUTCOME_SCALES[scale];
  const band = bandOf(kind, total, items);
  const parts = items === undefined ? undefined : kind.partsOf?.(items);
  const alert = alertOf(kind, total, items);
  const alertWords = wordsOf(scale, alert, items);
  const isFirst = baseline === undefined || baseline.id === id;
  return {
    id,
    scale,
    label: kind.label,
    total,
    max: kind.max,
    ...(band === undefined ? {} : { band }),
    ...(parts === undefined ? {} : { parts: `clusters ${parts.map(({ label, value }) => `${label} ${value}`).join(' · ')}` }),
    takenAt,
    ...(sessionId === undefined ? {} : { sessionId }),
    alert,
    ...(alertWords === undefined ? {} : { alertWords }),
    ...(isFirst
      ? {}
      : { change: { ...outcomeChange(kind, baseline.total, total), from: baseline.total, since: baseline.takenAt } }),
  };
}

/** The newest result of each scale that alerts: what must not be overlooked in the visit. Lines are newest first. */
export function alertingNow(lines: readonly OutcomeLine[]): OutcomeLine[] {
  const newest = new Map<OutcomeScaleId, OutcomeLine>();
  for (const line of lines) if (!newest.has(line.scale)) newest.set(line.scale, line);
  return [...newest.values()].filter(({ alert }) => alert === 'alert');
}

function wordsOf(scale: OutcomeScaleId, alert: OutcomeAlert, items: readonly number[] | undefined): string | undefined {
  if (alert === 'none') return undefined;
  if (scale === 'phq9')
    return alert === 'alert'
      ? `PHQ-9 item 9 is ${items?.[8] ?? 'above 0'}, thoughts of death or self-harm: talk to the patient and tell the physician now.`
      : 'PHQ-9 item 9 was not entered: not known. Ask the patient.';
  if (alert === 'not-known') return 'C-SSRS: behaviour within 3 months was not entered: not known. Ask the patient.';
  const behaviour = items?.[5] === 1 ? ', behaviour within 3 months' : '';
  return `C-SSRS high risk${behaviour}: do not leave the patient alone and tell the physician now.`;
}

const MARKS = { remitter: 'remitter', responder: 'responder', 'partial-responder': 'partial responder' } as const;

/** A change in words: `12 lower than at first (24), 50 % · responder`. */
export function changeText({ points, percent, from, counts, mark }: NonNullable<OutcomeLine['change']>): string {
  const size = Math.abs(points);
  const moved = points === 0 ? `as at first (${from})` : `${size} ${points < 0 ? 'lower' : 'higher'} than at first (${from})`;
  return [
    points === 0 || percent === undefined ? moved : `${moved}, ${Math.round(Math.abs(percent))} %`,
    ...(counts === undefined ? [] : [`${counts} change`]),
    ...(mark === undefined ? [] : [MARKS[mark]]),
  ].join(' · ');
}

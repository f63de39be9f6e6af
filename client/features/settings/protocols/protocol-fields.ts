import type { Condition } from '../../../../shared/clinic/conditions.ts';
import { RECHECK_MIN } from '../../../../shared/clinic/default-recheck.ts';
import type { Formats } from '../../../../shared/clinic/formats.ts';
import { LIMITS, type LimitName } from '../../../../shared/clinic/limit-names.ts';
import {
  type ChecklistItem,
  type Criterion,
  type Protocol,
  protocolSchema,
  type SignLimits,
} from '../../../../shared/clinic/protocol.ts';
import { quickEventsFrom, quickEventsOf } from '../../../../shared/clinic/quick-events.ts';
import { shownLimit, storedLimit } from '../../../../shared/clinic/shown-limit.ts';
import { standingMedicines } from '../../../../shared/clinic/standing-medicines.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { numberSays, schemaAt } from '../../../components/form/limits.ts';
import { numbersFault, numbersText, numbersToSend, numberText, numberToSend } from '../../../components/form/parse-number.ts';

/** A protocol as a form holds it: each number by its path in the record, as typed. */
export type Typed = Readonly<Record<string, string>>;

export interface NumberRow {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
}

export const DOSE_ROWS: readonly NumberRow[] = [
  { path: 'doseMgPerKg', label: 'Dose', unit: 'mg/kg' },
  { path: 'durationMin', label: 'Over', unit: 'min' },
  { path: 'pauseMaxMin', label: 'Pause at most', unit: 'min' },
  { path: 'maxMgPerKgWithoutSecondPerson', label: 'A second person from', unit: 'mg/kg' },
  { path: 'ceilingMgPerKg', label: 'Never more than', unit: 'mg/kg' },
  { path: 'secondCheckWithinMin', label: 'Second check good for', unit: 'min' },
];
export const VITALS_ROWS: readonly NumberRow[] = [
  { path: 'vitals.beforeWithinMin', label: 'Before: not older than', unit: 'min' },
  { path: 'vitals.duringEveryMin', label: 'During: every', unit: 'min' },
  { path: 'vitals.recoveryEveryMin', label: 'In recovery: every', unit: 'min' },
  { path: 'vitals.graceMin', label: 'Grace before overdue', unit: 'min' },
];
export const RECOVERY_ROWS: readonly NumberRow[] = [
  { path: 'recovery.requiredMin', label: 'Observation at least', unit: 'min' },
  { path: 'recovery.evidenceWithinMin', label: 'Signs and score at discharge: not older than', unit: 'min' },
  { path: 'recovery.minReadings', label: 'Readings at least', unit: '' },
  { path: 'recovery.minScore', label: 'Score at least', unit: 'of 10' },
  { path: 'recovery.consecutiveScores', label: 'In a row', unit: '' },
];

export const WATCH_ROWS: readonly NumberRow[] = [{ path: 'watch.olderFromYears', label: 'Older from', unit: 'years' }];

export const LIMIT_KINDS = ['medium', 'high', 'hold', 'resume', 'discharge'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];
export const LIMIT_LABEL: Readonly<Record<LimitKind, string>> = {
  medium: '** medium alarm',
  high: '*** high alarm',
  hold: 'Hold before start',
  resume: 'Go on after a pause',
  discharge: 'To go home',
};
export const limitPath = (name: LimitName, kind: LimitKind, side: 'low' | 'high'): string => `limits.${name}.${kind}.${side}`;

const ROWS = [...DOSE_ROWS, ...VITALS_ROWS, ...RECOVERY_ROWS, ...WATCH_ROWS];

/** A protocol as it stands in the fields, its limits in the clinic's units. */
export function typedProtocol(protocol: Protocol, formats: Formats): Typed {
  const { vitals, recovery, limits } = protocol;
  const numbers: Record<string, number | undefined> = {
    doseMgPerKg: protocol.doseMgPerKg,
    durationMin: protocol.durationMin,
    pauseMaxMin: protocol.pauseMaxMin,
    maxMgPerKgWithoutSecondPerson: protocol.maxMgPerKgWithoutSecondPerson,
    ceilingMgPerKg: protocol.ceilingMgPerKg,
    secondCheckWithinMin: protocol.secondCheckWithinMin,
    'vitals.beforeWithinMin': vitals.beforeWithinMin,
    'vitals.duringEveryMin': vitals.duringEveryMin,
    'vitals.recoveryEveryMin': vitals.recoveryEveryMin,
    'vitals.graceMin': vitals.graceMin,
    'recovery.requiredMin': recovery.requiredMin,
    'recovery.evidenceWithinMin': recovery.evidenceWithinMin,
    'recovery.minReadings': recovery.minReadings,
    'recovery.minScore': recovery.minScore,
    'recovery.consecutiveScores': recovery.consecutiveScores,
    'watch.olderFromYears': watchOf(protocol).olderFromYears,
  };
  const typed: Record<string, string> = { name: protocol.name };
  for (const { path } of ROWS) typed[path] = numberText(numbers[path]);
  typed.concentrationsMgPerMl = numbersText(protocol.concentrationsMgPerMl);
  typed.doseChoicesMg = numbersText(protocol.doseChoicesMg ?? []);
  for (const kind of ['symptom', 'note'] as const)
    typed[`quickEvents.${kind}`] = quickEventsOf(protocol, kind)
      .map(({ label }) => label)
      .join('; ');
  typed.medicines = standingMedicines(protocol).join('; ');
  typed['vitals.recheckMin'] = numbersText([...(vitals.recheckMin ?? RECHECK_MIN)]);
  typed['vitals.fixed'] = numbersText(vitals.fixed.map(({ atMin }) => atMin));
  typed['recovery.scale'] = recovery.scale;
  typed['recovery.clockFrom'] = recovery.clockFrom;
  for (const { name } of LIMITS)
    for (const kind of LIMIT_KINDS)
      for (const side of ['low', 'high'] as const) {
        const bound = limits[name][kind]?.[side];
        typed[limitPath(name, kind, side)] = bound === undefined ? '' : numberText(shownLimit(name, bound, formats));
      }
  return typed;
}

export interface Questions {
  readonly required: Protocol['vitals']['required'];
  readonly checklist: readonly ChecklistItem[];
  readonly criteria: readonly Criterion[];
  readonly watched: readonly Condition[];
}

/**
 * What the fields mean, as the next version of `last`: for the schema to judge. Where a number is another one than before,
 * its source is the clinic itself. A limit that nobody touched stays to the hundredth what it was, whatever unit it is shown in.
 */
export function readProtocol(
  typed: Typed,
  { required, checklist, criteria, watched }: Questions,
  last: Protocol,
  formats: Formats,
): unknown {
  const number = (path: string) => numberToSend(typed[path] ?? '');
  const version = last.version + 1;
  const before = typedProtocol(last, formats);
  const source = { ...last.source };
  for (const path of Object.keys(before))
    if (typed[path] !== before[path]) source[sourceKey(path)] = `this clinic, version ${version}`;
  const doseMgPerKg = number('doseMgPerKg');
  const choices = numbersToSend(typed.doseChoicesMg ?? '');
  const limit = (name: LimitName, kind: LimitKind, side: 'low' | 'high') => {
    const path = limitPath(name, kind, side);
    const value = number(path);
    if (typed[path] === before[path]) return last.limits[name][kind]?.[side];
    return value === undefined ? undefined : storedLimit(name, value, formats);
  };
  const kept = <Q extends { readonly label: string }>(rows: readonly Q[]) => rows.filter(({ label }) => label.trim() !== '');
  return {
    id: last.id,
    version,
    name: (typed.name ?? '').trim(),
    drug: last.drug,
    route: last.route,
    ...(doseMgPerKg === undefined ? {} : { doseMgPerKg }),
    ...(choices.length === 0 ? {} : { doseChoicesMg: choices }),
    ...(last.device === undefined ? {} : { device: last.device }),
    durationMin: number('durationMin'),
    concentrationsMgPerMl: numbersToSend(typed.concentrationsMgPerMl ?? ''),
    maxMgPerKgWithoutSecondPerson: number('maxMgPerKgWithoutSecondPerson'),
    ceilingMgPerKg: number('ceilingMgPerKg'),
    secondCheckWithinMin: number('secondCheckWithinMin'),
    vitals: {
      beforeWithinMin: number('vitals.beforeWithinMin'),
      duringEveryMin: number('vitals.duringEveryMin'),
      recoveryEveryMin: number('vitals.recoveryEveryMin'),
      graceMin: number('vitals.graceMin'),
      recheckMin: numbersToSend(typed['vitals.recheckMin'] ?? ''),
      fixed: readFixed(typed['vitals.fixed'] ?? '', last.vitals.fixed),
      required,
    },
    recovery: {
      requiredMin: number('recovery.requiredMin'),
      evidenceWithinMin: number('recovery.evidenceWithinMin'),
      minReadings: number('recovery.minReadings'),
      scale: typed['recovery.scale'],
      minScore: number('recovery.minScore'),
      consecutiveScores: number('recovery.consecutiveScores'),
      clockFrom: typed['recovery.clockFrom'],
    },
    limits: Object.fromEntries(LIMITS.map(({ name }) => [name, readLimits((kind, side) => limit(name, kind, side))])),
    pauseMaxMin: number('pauseMaxMin'),
    checklist: kept(checklist),
    criteria: kept(criteria),
    quickEvents: readQuickEvents(typed, last),
    medicines: (typed.medicines ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    watch: { olderFromYears: number('watch.olderFromYears'), conditions: [...watched] },
    source,
  };
}

/** Minutes that a fixed reading may be early or late where nothing else is said. Source: clinical tables "Protocols to seed" (40: 35–45). */
const FIXED_WITHIN_MIN = 5;

function readFixed(typed: string, before: Protocol['vitals']['fixed']): Protocol['vitals']['fixed'] {
  return numbersToSend(typed).map(
    (atMin) =>
      before.find((reading) => reading.atMin === atMin) ?? {
        atMin,
        fromMin: Math.max(atMin - FIXED_WITHIN_MIN, 1),
        toMin: atMin + FIXED_WITHIN_MIN,
      },
  );
}

/** One that stays keeps its id: what was said with it before still belongs to it. */
function readQuickEvents(typed: Typed, last: Protocol) {
  return (['symptom', 'note'] as const).flatMap((kind) => {
    const before = quickEventsOf(last, kind);
    return quickEventsFrom((typed[`quickEvents.${kind}`] ?? '').split(';'), kind).map(
      (event) => before.find(({ label }) => label === event.label) ?? event,
    );
  });
}

function readLimits(bound: (kind: LimitKind, side: 'low' | 'high') => number | undefined) {
  const limits: { [K in keyof SignLimits]: unknown } = {};
  for (const kind of LIMIT_KINDS) {
    const low = bound(kind, 'low');
    const high = bound(kind, 'high');
    if (low !== undefined || high !== undefined)
      limits[kind] = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  }
  return limits;
}

/** Where the source of a number stands: limits have one for all of a sign. */
export const sourceKey = (path: string): string => {
  if (path.startsWith('quickEvents.')) return 'quickEvents';
  return path.startsWith('limits.') ? path.split('.').slice(0, 2).join('.') : path;
};

/** What a wrong field wants. */
export function sayOf(path: string): string | ((typed: string) => string) {
  if (path === 'name') return 'A name is needed';
  if (path === 'concentrationsMgPerMl' || path === 'doseChoicesMg' || path === 'vitals.fixed')
    return (typed) => numbersFault(typed) ?? 'Numbers with a semicolon between two';
  const schema = schemaAt(protocolSchema, path);
  if (schema === undefined) return 'Words with a semicolon between two';
  return numberSays(schema, { unit: ROWS.find((row) => row.path === path)?.unit ?? '' });
}

/** Beyond which values a limit acts: `< 90 or > 160`, each as it is shown. */
export function boundsText(
  bounds: { readonly low?: number | undefined; readonly high?: number | undefined } | undefined,
  shown: (bound: number) => number = (bound) => bound,
): string {
  const sides = [
    ...(bounds?.low === undefined ? [] : [`< ${shown(bounds.low)}`]),
    ...(bounds?.high === undefined ? [] : [`> ${shown(bounds.high)}`]),
  ];
  return sides.join(' or ') || 'none';
}

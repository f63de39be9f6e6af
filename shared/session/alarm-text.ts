import { assertNever } from '../assert-never.ts';
import type { Formats } from '../clinic/formats.ts';
import type { AlarmKind, AlarmPriority } from './alarm-kinds.ts';
import { SCALES, signed } from './scales.ts';
import { shownValue, withUnit } from './shown-sign.ts';
import { SIGNS, type Sign, signRow } from './signs.ts';

/** The marker that stands before the words, so that colour is never alone (IEC 60601-1-8 order). */
export const ALARM_MARK: Readonly<Record<AlarmPriority, string>> = { high: '***', medium: '**', low: '*' };

interface AlarmFigures {
  readonly kind: AlarmKind;
  /** Which number is outside. */
  readonly of?: string;
  readonly value?: number;
  readonly limit?: number;
}

/**
 * An alarm in words a tired reader gets at once: `Systolic 184, limit 180`. Numbers are in the clinic's units; where it is not known who
 * reads it, a temperature is said in both.
 */
export function alarmText(alarm: AlarmFigures, formats?: Formats): string {
  switch (alarm.kind) {
    case 'limit':
      return limitText(alarm, formats);
    case 'symptom':
      return `Severe symptom, ${alarm.value} of 4`;
    case 'vomiting-sedated':
      return 'Vomiting, sedated';
    case 'emergency':
      return 'Emergency, help called';
    case 'call':
      return 'Physician called';
    case 'vitals-overdue':
      return 'Vitals overdue';
    case 'sign-overdue':
      return `${labelOf(alarm.of)} overdue`;
    case 'past-planned-end':
      return 'Infusion past its planned end';
    case 'pause-too-long':
      return 'Paused too long';
    case 'no-recovery-reading':
      return 'No reading since the end';
    default:
      return assertNever(alarm.kind);
  }
}

function limitText({ of, value, limit }: AlarmFigures, formats: Formats | undefined): string {
  if (of === 'systolicChangePercent')
    return `Systolic ${value !== undefined && value < 0 ? '\u2212' : '+'}${Math.abs(value ?? 0)} % from baseline, limit ${Math.abs(limit ?? 0)} %`;
  return `${saidAs(of, value, formats)}, limit ${limitNumber(of, limit, formats)}`;
}

/** Beside a value that has its unit. */
function limitNumber(of: string | undefined, limit = Number.NaN, formats?: Formats): string | number {
  if (of === undefined) return limit;
  if (of in SCALES) return scaleNumber(of, limit);
  return of in SIGNS && formats !== undefined ? shownValue(of as Sign, limit, formats) : limit;
}

function saidAs(of: string | undefined, value = Number.NaN, formats?: Formats): string {
  if (of !== undefined && of in SIGNS) {
    const { label, unitSaid } = signRow(of as Sign);
    return unitSaid ? `${label} ${withUnit(of as Sign, value, formats)}` : `${label} ${value}`;
  }
  return `${labelOf(of)} ${of !== undefined && of in SCALES ? scaleNumber(of, value) : value}`;
}

function labelOf(of: string | undefined): string {
  if (of !== undefined && of in SIGNS) return signRow(of as Sign).label;
  return of !== undefined && of in SCALES ? SCALES[of as keyof typeof SCALES].label : (of ?? 'Value');
}

const scaleNumber = (of: string, value = Number.NaN): string => signed(SCALES[of as keyof typeof SCALES], value, '\u2212');

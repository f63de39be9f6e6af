import type { RealReading } from './real-record.ts';

/**
 * The alarms that a reading calls for, worked out a second time: the numbers are copied by hand from the clinical tables and the
 * code shares nothing with `shared/alarms`, so that the two can be held against each other.
 */
export interface ExpectedAlarm {
  readonly priority: 'high' | 'medium' | 'low';
  /** Absent of what is not measured. */
  readonly value?: number;
  readonly limit?: number;
}

type Pair = readonly [below: number | undefined, above: number | undefined];

const TABLE: Readonly<Record<string, { readonly medium: Pair; readonly high: Pair }>> = {
  systolic: { medium: [90, 160], high: [80, 180] },
  diastolic: { medium: [undefined, 100], high: [undefined, 110] },
  systolicChangePercent: { medium: [-20, 20], high: [-40, 40] },
  heartRate: { medium: [50, 120], high: [40, 150] },
  spo2: { medium: [92, undefined], high: [90, undefined] },
  respiratoryRate: { medium: [10, 25], high: [8, 30] },
};

/** Minutes: a reading is due, overdue (low) and twice the interval away (medium). */
export const INTERVAL_MIN = 10;
export const OVERDUE_MIN = 12;
export const LONG_OVERDUE_MIN = 20;

/** The alarms by the number that is outside. */
export function expectedAlarms(
  { data }: Pick<RealReading, 'data'>,
  baselineSystolic: number | undefined,
): Map<string, ExpectedAlarm> {
  const expected = new Map<string, ExpectedAlarm>();
  const change =
    baselineSystolic === undefined ? undefined : Math.round(((data.systolic - baselineSystolic) / baselineSystolic) * 1000) / 10;
  const numbers: Readonly<Record<string, unknown>> = { ...data, systolicChangePercent: change };
  for (const number of Object.keys(TABLE)) {
    const value = numbers[number];
    const alarm = outside(number, typeof value === 'number' ? value : undefined);
    if (alarm !== undefined) expected.set(number, alarm);
  }
  return expected;
}

/** What a reading holds beside the pressure. */
const HELD = ['heartRate', 'spo2', 'respiratoryRate'];

/**
 * Signs that were left out of the last readings and are overdue at a minute, by when they were last measured: the last reading that left
 * one out is not counted for two minutes.
 */
export function overdueSigns(
  readings: readonly RealReading[],
  atMinute: number,
): Map<string, { readonly priority: 'low' | 'medium' }> {
  const overdue = new Map<string, { readonly priority: 'low' | 'medium' }>();
  for (const sign of HELD) {
    const has = readings.findLastIndex(({ data }) => sign in data);
    const [last, without] = [readings[has], readings[has + 1]];
    if (last === undefined || without === undefined || atMinute < Math.max(last.minute + OVERDUE_MIN, without.minute + 2))
      continue;
    overdue.set(sign, { priority: atMinute < last.minute + LONG_OVERDUE_MIN ? 'low' : 'medium' });
  }
  return overdue;
}

function outside(name: string, value: number | undefined): ExpectedAlarm | undefined {
  const limits = TABLE[name];
  if (limits === undefined || value === undefined) return undefined;
  for (const priority of ['high', 'medium'] as const) {
    const [below, above] = limits[priority];
    if (below !== undefined && value < below) return { priority, value, limit: below };
    if (above !== undefined && value > above) return { priority, value, limit: above };
  }
  return undefined;
}

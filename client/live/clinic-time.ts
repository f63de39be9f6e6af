import { clockAt, type Day, dayAt } from '../../shared/clinic/calendar-day.ts';
import { clockText, dateText, dayText, weekdayText } from '../../shared/clinic/day-text.ts';
import { type Formats, formatsOf, METRIC } from '../../shared/clinic/formats.ts';
import { type Instant, MINUTE_MS, toMs } from '../../shared/units.ts';
import { useClinic } from './live.ts';

/** Times and days as the clinic writes them, in the clinic's time zone whatever the device's. */
export interface ClinicTime {
  /** `14:34`, `2:34 pm` */
  readonly time: (at: Instant | number) => string;
  /** `14:34:24`, `2:34:24 pm` */
  readonly seconds: (at: Instant | number) => string;
  /** `Tue 24 Nov` */
  readonly day: (at: Instant | number) => string;
  /** `24 Nov` */
  readonly dayMonth: (at: Instant | number) => string;
  /** `24 Nov 2026` */
  readonly date: (at: Instant | number) => string;
  /** `2026-11-24`, to compare days with. */
  readonly dayKey: (at: Instant | number) => string;
  /** A calendar day, which has no time zone: `24 Nov`. */
  readonly calendarDay: (day: Day) => string;
  /** `24 Nov 2026` */
  readonly calendarDate: (day: Day) => string;
}

const made = new Map<string, ClinicTime>();

/**
 * Times of one time zone (IANA name; the device's own before the clinic is known) in a clinic's forms; made once each. The words are
 * our own: browsers word a day in the same language differently, and some wrote days that could not be read back.
 */
export function clinicTime(timeZone: string | undefined, { date: order, clock }: Formats = METRIC): ClinicTime {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const key = `${zone} ${order} ${clock}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const ms = (at: Instant | number) => (typeof at === 'number' ? at : toMs(at));
  const wall = (at: Instant | number) => clockAt(ms(at), zone);
  const dayKey = (at: Instant | number) => dayAt(ms(at), zone);
  const fresh: ClinicTime = {
    time: (at) => clockText(wall(at), clock),
    seconds: (at) => clockText(`${wall(at)}:${secondsAt(ms(at))}`, clock),
    day: (at) => weekdayText(dayKey(at), order),
    dayMonth: (at) => dayText(dayKey(at), order),
    date: (at) => dateText(dayKey(at), order),
    dayKey,
    calendarDay: (day) => dayText(day, order),
    calendarDate: (day) => dateText(day, order),
  };
  made.set(key, fresh);
  return fresh;
}

/** The clinic's own forms of numbers, days and times. */
export const useFormats = (): Formats => useClinic(({ clinic }) => formatsOf(clinic));

/** The clinic's own times. */
export const useClinicTime = (): ClinicTime =>
  clinicTime(
    useClinic(({ clinic }) => clinic?.timeZone),
    useFormats(),
  );

/** The same in every time zone: none is off by seconds. */
function secondsAt(ms: number): string {
  const second = Math.floor(ms / 1000) % (MINUTE_MS / 1000);
  return String(second).padStart(2, '0');
}

import { clockAt, dayAt } from '../../shared/clinic/calendar-day.ts';
import { type Instant, MINUTE_MS, toMs } from '../../shared/units.ts';
import { dateText, dayText, weekdayText } from './day-text.ts';
import { useClinic } from './live.ts';

/** Times as the clinic's wall shows them: 24 hours, the clinic's time zone whatever the device's. */
export interface ClinicTime {
  /** `14:34` */
  readonly time: (at: Instant | number) => string;
  /** `14:34:24` */
  readonly seconds: (at: Instant | number) => string;
  /** `Tue 24 Nov` */
  readonly day: (at: Instant | number) => string;
  /** `24 Nov` */
  readonly dayMonth: (at: Instant | number) => string;
  /** `24 Nov 2026` */
  readonly date: (at: Instant | number) => string;
  /** `2026-11-24`, to compare days with. */
  readonly dayKey: (at: Instant | number) => string;
}

const made = new Map<string, ClinicTime>();

/**
 * Times of one time zone (IANA name; the device's own before the clinic is known); made once each. The words are our own:
 * browsers word a day in the same language differently, and some wrote days that could not be read back.
 */
export function clinicTime(timeZone: string | undefined): ClinicTime {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = made.get(zone);
  if (known !== undefined) return known;
  const ms = (at: Instant | number) => (typeof at === 'number' ? at : toMs(at));
  const time = (at: Instant | number) => clockAt(ms(at), zone);
  const dayKey = (at: Instant | number) => dayAt(ms(at), zone);
  const fresh: ClinicTime = {
    time,
    seconds: (at) => `${time(at)}:${secondsAt(ms(at))}`,
    day: (at) => weekdayText(dayKey(at)),
    dayMonth: (at) => dayText(dayKey(at)),
    date: (at) => dateText(dayKey(at)),
    dayKey,
  };
  made.set(zone, fresh);
  return fresh;
}

/** The clinic's own times. */
export const useClinicTime = (): ClinicTime => clinicTime(useClinic(({ clinic }) => clinic?.timeZone));

/** The same in every time zone: none is off by seconds. */
function secondsAt(ms: number): string {
  const second = Math.floor(ms / 1000) % (MINUTE_MS / 1000);
  return String(second).padStart(2, '0');
}

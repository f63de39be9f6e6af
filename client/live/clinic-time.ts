import { type Instant, toMs } from '../../shared/units.ts';
import { useClinic } from './live.ts';

/** Times as the clinic's wall shows them: 24 hours, the clinic's time zone whatever the device's. */
export interface ClinicTime {
  /** `14:34` */
  readonly time: (at: Instant | number) => string;
  /** `14:34:24` */
  readonly seconds: (at: Instant | number) => string;
  /** `Tue 24 Nov` */
  readonly day: (at: Instant | number) => string;
  /** `24 Nov 2026` */
  readonly date: (at: Instant | number) => string;
  /** `2026-11-24`, to compare days with. */
  readonly dayKey: (at: Instant | number) => string;
}

const made = new Map<string, ClinicTime>();

/** Formats of one time zone (IANA name); made once each. */
export function clinicTime(timeZone: string | undefined): ClinicTime {
  const key = timeZone ?? '';
  const known = made.get(key);
  if (known !== undefined) return known;
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = (locale: string, options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, ...zone });
    return (at: Instant | number) => formatter.format(typeof at === 'number' ? at : toMs(at));
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = format('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  const fresh: ClinicTime = {
    time: format('en-GB', clock),
    seconds: format('en-GB', { ...clock, second: '2-digit' }),
    day: (at) => day(at).replace(',', ''),
    date: format('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
    dayKey: format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }),
  };
  made.set(key, fresh);
  return fresh;
}

/** The clinic's own formats. */
export const useClinicTime = (): ClinicTime => clinicTime(useClinic(({ clinic }) => clinic?.timeZone));

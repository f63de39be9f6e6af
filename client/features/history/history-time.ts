import { useMemo } from 'react';
import type { Instant } from '../../../shared/units.ts';
import { type ClinicTime, useClinicTime } from '../../live/clinic-time.ts';

/** The clinic's times, and `24 Nov` for the table. */
export interface HistoryTime extends ClinicTime {
  readonly dayMonth: (at: Instant | number) => string;
}

export function useHistoryTime(): HistoryTime {
  const time = useClinicTime();
  return useMemo(() => ({ ...time, dayMonth: (at) => time.date(at).replace(/ \d{4}$/, '') }), [time]);
}

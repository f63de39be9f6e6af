/**
 * How a clinic writes numbers, days and times. Only what is shown and typed: everything is stored and dosed in °C, kg and cm, at
 * instants in UTC. The schema of what is stored stands in `formats-schema.ts`.
 */
export interface Formats {
  readonly temperature: 'celsius' | 'fahrenheit';
  readonly weight: 'kg' | 'lb';
  readonly height: 'cm' | 'ft-in';
  readonly date: 'day-month' | 'month-day';
  readonly clock: '24-hour' | '12-hour';
  readonly paper: 'a4' | 'letter';
}

/** What a clinic has that never chose. */
export const METRIC: Formats = {
  temperature: 'celsius',
  weight: 'kg',
  height: 'cm',
  date: 'day-month',
  clock: '24-hour',
  paper: 'a4',
};

/** The forms of a clinic; those of a clinic that never chose where there is none yet. */
export const formatsOf = (clinic: { readonly formats?: Formats | undefined } | undefined): Formats => clinic?.formats ?? METRIC;

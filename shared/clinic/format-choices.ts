import type { Formats } from './formats.ts';

/** What a person chooses from, in the order in which it is asked. */
export const FORMAT_CHOICES: {
  readonly [K in keyof Formats]: { readonly label: string; readonly options: Readonly<Record<Formats[K], string>> };
} = {
  temperature: { label: 'Temperature', options: { celsius: '°C', fahrenheit: '°F' } },
  weight: { label: 'Weight', options: { kg: 'kg', lb: 'lb, with kg beside' } },
  height: { label: 'Height', options: { cm: 'cm', 'ft-in': 'ft and in' } },
  date: { label: 'Dates', options: { 'day-month': '24 Nov 2026', 'month-day': 'Nov 24, 2026' } },
  clock: { label: 'Clock', options: { '24-hour': '14:30', '12-hour': '2:30 pm' } },
  paper: { label: 'Paper', options: { a4: 'A4', letter: 'Letter' } },
};

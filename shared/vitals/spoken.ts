import type { Formats } from '../clinic/formats.ts';
import { inSentence } from '../clinic/in-sentence.ts';
import { shownSign, shownValue } from '../session/shown-sign.ts';
import type { Sign } from '../session/signs.ts';

/** What a voice makes nothing of, or something else. */
const SPOKEN: Readonly<Record<string, string>> = {
  '/min': 'per minute',
  '%': 'percent',
  '°C': 'degrees Celsius',
  '°F': 'degrees Fahrenheit',
  'SpO₂': 'oxygen saturation',
  'Resp. rate': 'respiratory rate',
};

/** A blood pressure as it is said aloud: `blood pressure 127 over 81`. Its unit is never said. */
export const spokenPressure = (systolic: number, diastolic: number): string => `blood pressure ${systolic} over ${diastolic}`;

/** A value of a sign as it is said aloud, in the clinic's unit: `heart rate 78 per minute`. */
export function spokenSign(sign: Sign, value: number, formats: Formats): string {
  const { label, unit } = shownSign(sign, formats);
  return `${SPOKEN[label] ?? inSentence(label)} ${shownValue(sign, value, formats)} ${SPOKEN[unit] ?? unit}`;
}

/** With what a voice has to add to a value: whose it is, and that it is too old to be live. */
export const spokenOf = (spoken: string, whose: string, state: 'fresh' | 'stale' = 'fresh'): string =>
  `${spoken}, ${whose}${state === 'stale' ? ', stale' : ''}`;

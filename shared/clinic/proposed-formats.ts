import { type Formats, METRIC } from './formats.ts';

export const US_CUSTOMARY: Formats = {
  temperature: 'fahrenheit',
  weight: 'lb',
  height: 'ft-in',
  date: 'month-day',
  clock: '12-hour',
  paper: 'letter',
};

/** Canada and Mexico write metric on Letter; each of these regions prints on it. Source: CLDR, paper size `US-Letter`. */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));
/** In these °F, lb and feet are the usual units. Source: CLDR, measurement system `US`. */
const CUSTOMARY = new Set(['US', 'LR', 'PR']);
/** Where a US clinic may stand: a browser in American English is no sign of it anywhere else. */
const AMERICAS = /^(America|Pacific|US)\//;

/**
 * What a new clinic is offered, from the language of the browser that sets it up (`en-US`) and the clinic's time zone: a browser in
 * American English in Berlin means a clinic in Berlin. Everything in it can be changed.
 */
export function proposedFormats(language: string, timeZone: string): Formats {
  const region = regionOf(language);
  if (region === undefined || (CUSTOMARY.has(region) && !AMERICAS.test(timeZone))) return METRIC;
  if (CUSTOMARY.has(region)) return US_CUSTOMARY;
  return {
    ...METRIC,
    clock: new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 === true ? '12-hour' : '24-hour',
    paper: LETTER.has(region) ? 'letter' : 'a4',
  };
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}

import type { Formats } from './formats.ts';

const CM_PER_INCH = 2.54;
const INCHES_PER_FOOT = 12;

/** `173 cm`; `173 cm (5 ft 8 in)` in a clinic that measures in feet. */
export const heightText = (cm: number, { height }: Formats): string =>
  height === 'cm' ? `${cm} cm` : `${cm} cm (${feetText(cm)})`;

/** `5 ft 8 in`, to the inch. */
export function feetText(cm: number): string {
  const inches = Math.round(cm / CM_PER_INCH);
  return `${Math.floor(inches / INCHES_PER_FOOT)} ft ${inches % INCHES_PER_FOOT} in`;
}

/** Feet and inches as they are said (`5 ft 8`, `5'8"`, `5 8`) in cm to 0.1; `undefined` for anything else. */
export function cmFromFeet(text: string): number | undefined {
  const found = /^([3-8])\s*(?:ft|feet|foot|['’′]|\s)\s*(?:(\d{1,2}(?:\.5)?)\s*(?:in|inch|inches|["”″])?)?$/i.exec(text.trim());
  if (found === null) return undefined;
  const inches = Number(found[2] ?? 0);
  return inches < INCHES_PER_FOOT ? tenths((Number(found[1]) * INCHES_PER_FOOT + inches) * CM_PER_INCH) : undefined;
}

/** A height in cm that is one in inches more often: `68: in?`. */
export const heightDoubt = (cm: number): string | undefined =>
  cm >= 54 && cm <= 84 ? `${cm}: cm or inches? ${cm} in are ${tenths(cm * CM_PER_INCH)} cm.` : undefined;

const tenths = (value: number) => Math.round(value * 10) / 10;

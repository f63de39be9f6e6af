import { shownSign, shownValue, storedValue } from '../session/shown-sign.ts';
import { SIGNS, type Sign } from '../session/signs.ts';
import type { Formats } from './formats.ts';
import { LIMITS, type LimitName } from './limit-names.ts';

const isSign = (name: LimitName): name is LimitName & Sign => name in SIGNS;

/** A limit in the clinic's unit: what a person reads and types. */
export const shownLimit = (name: LimitName, stored: number, formats: Formats): number =>
  isSign(name) ? shownValue(name, stored, formats) : stored;

/** A limit in the clinic's unit as it is stored, in the unit of its sign. */
export const storedLimit = (name: LimitName, shown: number, formats: Formats): number =>
  isSign(name) ? storedValue(name, shown, formats) : shown;

/** `LIMITS`, each with the unit in which the clinic reads it. */
export const shownLimits = (formats: Formats): typeof LIMITS =>
  LIMITS.map((one) => (isSign(one.name) ? { ...one, unit: shownSign(one.name, formats).unit } : one));

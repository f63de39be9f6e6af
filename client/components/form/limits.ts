import type { z } from 'zod';
import { numberFault } from './parse-number.ts';

type Schema = z.core.$ZodType;

/** What a schema lets through of one number or one text. */
export interface Limits {
  readonly min?: number;
  /** The least number itself is too little already. */
  readonly above?: boolean;
  readonly max?: number;
  readonly whole: boolean;
  readonly mayBeEmpty: boolean;
  /** Letters of a text. */
  readonly maxLength?: number;
}

/** Reads the limits out of the schema of what is sent: a screen has none of its own. */
export function limitsOf(schema: Schema): Limits {
  const { inner, mayBeEmpty } = required(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  let limits: Limits = { whole: def.type === 'number' && isWhole(def), mayBeEmpty };
  for (const check of def.checks ?? []) limits = { ...limits, ...limitOf((check as z.core.$ZodChecks)._zod.def) };
  return limits;
}

function limitOf(check: z.core.$ZodChecks['_zod']['def']): Partial<Limits> {
  switch (check.check) {
    case 'greater_than':
      return { min: Number(check.value), above: !check.inclusive };
    case 'less_than':
      return { max: Number(check.value) };
    case 'number_format':
      return isWhole(check) ? { whole: true } : {};
    case 'max_length':
      return { maxLength: check.maximum };
    default:
      return {};
  }
}

const isWhole = (def: object) => 'format' in def && def.format === 'safeint';

function required(schema: Schema, mayBeEmpty = false): { readonly inner: Schema; readonly mayBeEmpty: boolean } {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' ? required(def.innerType, true) : { inner: schema, mayBeEmpty };
}

/** The schema of a member, by its dotted path; `undefined` where there is none, so also below lists and choices. */
export function schemaAt(schema: Schema, path: string): Schema | undefined {
  let at: Schema | undefined = schema;
  for (const key of path.split('.')) {
    if (at === undefined) return undefined;
    const { def }: z.core.$ZodTypes['_zod'] = (required(at).inner as z.core.$ZodTypes)._zod;
    at = def.type === 'object' ? (def.shape[key] as Schema | undefined) : undefined;
  }
  return at;
}

/** What a number has to be, in words: `a number above 0, up to 2000 mL/h`. */
export function wanted({ min, above = false, max, whole, mayBeEmpty }: Limits, unit = ''): string {
  // Of whole numbers the first one above is the least that is taken.
  const least = whole && above && min !== undefined ? min + 1 : min;
  const number = whole ? 'a whole number' : 'a number';
  const end = `${unit === '' ? '' : ` ${unit}`}${mayBeEmpty ? ', or empty' : ''}`;
  if (least === undefined) return `${max === undefined ? number : `${number} up to ${max}`}${end}`;
  if (above && !whole) return `${number} above ${min}${max === undefined ? '' : `, up to ${max}`}${end}`;
  if (max === undefined) return `${number} from ${least}${end}`;
  return whole ? `${number} from ${least} to ${max}${end}` : `between ${least} and ${max}${end}`;
}

export interface NumberWords {
  /** The field's name, for a sentence that stands apart from it. */
  readonly name?: string;
  readonly unit?: string;
  /** Here it may not be left empty, though the record can do without. */
  readonly isNeeded?: boolean;
}

/** The sentence for a number that is not taken: why it is none, or what the schema wants. */
export function numberSays(schema: Schema, { name, unit, isNeeded = false }: NumberWords = {}): (typed: string) => string {
  const limits = limitsOf(schema);
  const words = wanted({ ...limits, mayBeEmpty: limits.mayBeEmpty && !isNeeded }, unit);
  const sentence = name === undefined ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : `${name} must be ${words}.`;
  return (typed) => numberFault(typed) ?? sentence;
}

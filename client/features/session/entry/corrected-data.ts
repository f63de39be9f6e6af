import { SCALES } from '../../../../shared/session/scales.ts';
import { SIGNS } from '../../../../shared/session/signs.ts';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { numberFault, parseNumber } from '../../../components/form/parse-number.ts';

/** One field of an entry that can be corrected, with what it says now. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly now: string;
  readonly text: boolean;
}

const TEXT_PARTS: Readonly<Record<string, string>> = {
  text: 'Text',
  reason: 'Why',
  action: 'What was done',
  kind: 'Symptom',
  drug: 'Medicine',
};
const NUMBER_PARTS: Readonly<Record<string, readonly [label: string, unit: string]>> = {
  weightKg: ['Weight', 'kg'],
  rateMlPerHour: ['Rate', 'mL/h'],
  doseMg: ['Dose', 'mg'],
  dose: ['Dose', ''],
  severity: ['Severity', 'of 4'],
};

const MEASURED: Readonly<Record<string, { readonly label: string; readonly unit: string; readonly min: number }>> = {
  ...SIGNS,
  ...SCALES,
};

/** What of an entry a person can correct: its numbers and its words. */
export function partsOf(entry: AnyEntry): Part[] {
  const order = (key: string) => Object.keys(MEASURED).indexOf(key);
  const fields = Object.entries(entry.data).toSorted(([a], [b]) => order(a) - order(b));
  return fields.flatMap(([key, value]): Part[] => {
    if (typeof value === 'string' && key in TEXT_PARTS)
      return [{ key, label: TEXT_PARTS[key] ?? key, unit: '', now: value, text: true }];
    if (typeof value !== 'number') return [];
    const [label, unit] = NUMBER_PARTS[key] ?? [MEASURED[key]?.label, MEASURED[key]?.unit];
    return label === undefined || unit === undefined ? [] : [{ key, label, unit, now: String(value), text: false }];
  });
}

/** The whole new data: what was typed replaces, everything else stays. A sentence instead when a number is none. */
export function correctedData(
  entry: AnyEntry,
  typed: Readonly<Record<string, string>>,
): { readonly data: Record<string, unknown> } | { readonly fault: string } {
  const data: Record<string, unknown> = { ...entry.data };
  // The total follows from the rows; the server works it out again.
  delete data.total;
  for (const part of partsOf(entry)) {
    const text = (typed[part.key] ?? '').trim();
    if (text === '') continue;
    const number = parseNumber(text);
    if (!part.text && number === undefined) return { fault: numberFault(text) ?? `${part.label} must be a number.` };
    data[part.key] = part.text ? text : number;
  }
  return { data };
}

import type { z } from 'zod';
import { type Formats, METRIC } from '../../../../shared/clinic/formats.ts';
import { kgFromLb } from '../../../../shared/clinic/typed-weight.ts';
import { weightText } from '../../../../shared/clinic/weight-text.ts';
import { correctableSchema } from '../../../../shared/deciding/decide-corrections.ts';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { COMMAND_ROWS } from '../../../../shared/session/said/all.ts';
import { dataKit } from '../../../../shared/session/said/data-kit.ts';
import { SCALES } from '../../../../shared/session/scales.ts';
import { SIGNS } from '../../../../shared/session/signs.ts';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { numberToSend } from '../../../components/form/parse-number.ts';

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
export function partsOf(entry: AnyEntry, formats: Formats = METRIC): Part[] {
  const order = (key: string) => Object.keys(MEASURED).indexOf(key);
  const fields = Object.entries(entry.data).toSorted(([a], [b]) => order(a) - order(b));
  return fields.flatMap(([key, value]): Part[] => {
    if (typeof value === 'string' && key in TEXT_PARTS)
      return [{ key, label: TEXT_PARTS[key] ?? key, unit: '', now: value, text: true }];
    if (typeof value !== 'number') return [];
    if (key === 'weightKg' && formats.weight === 'lb')
      return [{ key, label: 'Weight', unit: 'lb', now: weightText(value, formats), text: false }];
    const [label, unit] = NUMBER_PARTS[key] ?? [MEASURED[key]?.label, MEASURED[key]?.unit];
    return label === undefined || unit === undefined ? [] : [{ key, label, unit, now: String(value), text: false }];
  });
}

/** The whole new data, for a schema to judge: what was typed replaces, everything else stays. */
export function correctedData(
  entry: AnyEntry,
  typed: Readonly<Record<string, string>>,
  formats: Formats = METRIC,
): Record<string, unknown> {
  const data: Record<string, unknown> = { ...entry.data };
  // The total follows from the rows; the server works it out again.
  delete data.total;
  // Known by the server, and kept by it.
  delete data.lastDose;
  for (const { key, text } of partsOf(entry)) {
    const said = (typed[key] ?? '').trim();
    if (said === '') continue;
    const value = text ? said : numberToSend(said);
    data[key] = key === 'weightKg' && formats.weight === 'lb' && typeof value === 'number' ? kgFromLb(value) : value;
  }
  return data;
}

/** A correction with the schema of what is corrected in it: the whole new data has to fit. */
export function correctionSchema(entry: AnyEntry): z.ZodType<CommandData<'correct-entry'>> {
  const whole = COMMAND_ROWS['correct-entry'].data(dataKit);
  const corrected = correctableSchema(entry.type);
  return (corrected === undefined ? whole : whole.extend({ data: corrected })) as z.ZodType as z.ZodType<
    CommandData<'correct-entry'>
  >;
}

/** A number as people type it (`0,5` is `0.5`); undefined for nothing; NaN for what is none, so that a schema refuses it. */
export function typedNumber(text: string): number | undefined {
  const trimmed = text.trim().replace(',', '.').replace('\u2212', '-');
  if (trimmed === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** A number back in a field; empty when there is none. */
export const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Text, or undefined when nothing was typed. */
export const typedText = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Leaves out members that are undefined: a record says only what it knows. */
export function known<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

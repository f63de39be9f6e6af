/** Text, or undefined when nothing was typed. */
export const typedText = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Leaves out members that are undefined: a record says only what it knows. */
export function known<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

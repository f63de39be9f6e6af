/** One part of a line, with the words it replaced, oldest first; none where nothing was changed. */
export interface ChangedPart {
  readonly old: readonly string[];
  readonly now: string;
}

/**
 * The parts of a corrected line (`133/79 · HR 78`), so that only what changed is struck. Texts with other parts than the new
 * one has (a value was added or left out, or another stands in its place) are struck whole.
 */
export function changedParts(was: readonly string[], text: string): ChangedPart[] {
  const now = text.split(' · ');
  const before = was.map((old) => old.split(' · '));
  const isOther = (old: string, place: number) => isMeasured(old) && !isSame(old, now[place] ?? '');
  if (before.some((old) => old.length !== now.length || old.some(isOther))) return [{ old: was, now: text }];
  return now.map((part, place) => {
    const history = before.map((old) => old[place] ?? '');
    const old = history.filter((words, step) => words !== part && words !== history[step + 1]);
    return { old, now: part };
  });
}

const isMeasured = (part: string) => /\d/.test(part);

/** Whether two parts say the same kind of thing: equal but for their numbers. */
const isSame = (one: string, other: string) => wordsOf(one) === wordsOf(other);
const wordsOf = (part: string) => part.replaceAll(/[\d.,+−-]+/g, '#');

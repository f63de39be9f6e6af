/** A run of lists, each the one before with more at its end: every shorter one is how the longer ones begin. */
interface Growth {
  longest: readonly unknown[];
}

const growths = new WeakMap<readonly unknown[], Growth>();

/** The list with one more at its end; it belongs to the same growth, unless that has gone on with another already. */
export function withOneMore<T>(list: readonly T[], one: T): readonly T[] {
  const longer = [...list, one];
  const growth = growthOf(list);
  if (growth.longest === list) {
    growth.longest = longer;
    growths.set(longer, growth);
  }
  return longer;
}

/** What a list has in common with those it grew from and those that grew from it, as an identity to remember things by. */
export function growthOf(list: readonly unknown[]): Growth {
  let growth = growths.get(list);
  if (growth === undefined) {
    growth = { longest: list };
    growths.set(list, growth);
  }
  return growth;
}

/** What one value of a scale means, in words. */
export interface Anchor {
  readonly value: number;
  readonly label: string;
}

/** A scale whose every value has words of its own, in the order it is shown. */
export interface AnchoredScale {
  readonly id: string;
  readonly label: string;
  readonly anchors: readonly Anchor[];
}

/** The words of a value, or `undefined` when the scale has no such value. */
export function anchorOf(scale: { readonly anchors: readonly Anchor[] }, value: number): string | undefined {
  return scale.anchors.find((anchor) => anchor.value === value)?.label;
}

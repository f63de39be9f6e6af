/** A label within a sentence: `Fasted as the clinic asks` begins small, while `SpO₂`, `C-SSRS answered` and `MAOI` stay as they are. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

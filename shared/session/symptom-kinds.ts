import { folded } from '../clinic/folded.ts';

/**
 * Symptoms that can kill within minutes, by the words that people use for them. A severe one is a high alarm. To be confirmed by a
 * clinician before use.
 */
const DANGEROUS: readonly RegExp[] = [
  /\bairway|laryngospasm|stridor|chok(e|ing)|aspirat/,
  /\bapn(o)?ea|not breathing|short(ness)? of breath|breathless|dyspn(o)?ea|\bbreath(ing)?\b|wheez|bronchospasm|cyanos|desaturat/,
  /\bchest|\bangina|heart attack|palpitation|arr?h?ythmia/,
  /\ballerg|anaphyla|angio(o)?edema|hives|urticaria|swelling of (the )?(face|lips|tongue|throat)|(face|lip|tongue|throat) swelling/,
  /\bseizure|convuls|\bfits?\b/,
  /\bcollaps|\bfaint|syncop|unconscious|unrespons|loss of consciousness|cardiac arrest|no pulse/,
  /\bstroke|facial droop|slurred|one-?sided weakness/,
  /\bsuicid|self-?harm/,
];

const VOMITING = /\bvomit|\bemesis|throwing up|threw up/;

/** Whether a symptom, in whatever words it was said, is one of those that endanger a life. */
export function isDangerous(kind: string): boolean {
  const words = folded(kind);
  return DANGEROUS.some((pattern) => pattern.test(words));
}

/** Whether a symptom is vomiting. */
export function isVomiting(kind: string): boolean {
  return VOMITING.test(folded(kind));
}

import type { Patient } from './records.ts';

/** What is known of allergies. Never asked is not the same as none known. */
export type Asked = 'not-asked' | 'none' | 'some';
export const ASKED: readonly { readonly value: Asked; readonly label: string }[] = [
  { value: 'not-asked', label: 'not asked yet' },
  { value: 'none', label: 'asked, none known' },
  { value: 'some', label: 'asked, these' },
];

/** What is recorded: `undefined` when nobody ever asked, empty when none is known. */
export type Allergies = Patient['allergies'];

export const askedOf = (allergies: Allergies): Asked =>
  allergies === undefined ? 'not-asked' : allergies.length === 0 ? 'none' : 'some';

/** One a line: `Latex: rash`. */
export const linesOf = (allergies: Allergies): string => (allergies ?? []).map(allergyText).join('\n');

/** Reads the lines back. "These" without a line is one allergy without a name, which the record refuses. */
export function readAllergies(asked: string, lines: string): Allergies {
  if (asked === 'not-asked') return undefined;
  if (asked === 'none') return [];
  const typed = lines.split('\n').map((line) => line.trim());
  const some = typed.filter((line) => line !== '');
  return (some.length === 0 ? [''] : some).map((line) => {
    const [substance = '', ...reaction] = line.split(':');
    const words = reaction.join(':').trim();
    return { substance: substance.trim(), ...(words === '' ? {} : { reaction: words }) };
  });
}

/** In words, for a page. */
export function allergiesText(allergies: Allergies): string {
  if (allergies === undefined) return 'not asked yet';
  if (allergies.length === 0) return 'none known';
  return allergies
    .map(({ substance, reaction }) => (reaction === undefined ? substance : `${substance} (${reaction})`))
    .join(', ');
}

/** `Latex: rash` */
export const allergyText = ({ substance, reaction }: NonNullable<Allergies>[number]): string =>
  reaction === undefined ? substance : `${substance}: ${reaction}`;

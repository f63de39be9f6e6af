/** Letters that are no base letter with a mark, so that Unicode does not take them apart, as people type them without the letter. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Apostrophes and their look-alikes: which one a keyboard gives is chance. */
const APOSTROPHE = /[’‘ʼʻ`´′]/g;

/**
 * Text made comparable, for finding and sorting names: no capitals, no accents, no letters that a keyboard may lack, one kind
 * of apostrophe. The same on server and client. "Sørensen" is found by "sorensen", "Đukić" by "dukic", "Strauß" by "strauss".
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(APOSTROPHE, "'")
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a search, folded. */
export function searchWords(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

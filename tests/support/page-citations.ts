/** A page that a comment refers to, with the headings that it names: `clinical.md "Alarms" and "Scores"`. */
export interface PageCitation {
  readonly page: string;
  readonly headings: readonly string[];
}

const CITED = /(clinical tables|[\w-]+(?:\/[\w-]+)*\.md)((?:(?:,| and)? "[^"]+")*)/g;

/** The pages that a source cites. "clinical tables" is `clinical.md`. */
export function citedPagesIn(source: string): PageCitation[] {
  // A comment breaks its lines where it likes.
  const text = source.replace(/\n\s*\*\s?/g, ' ');
  return [...text.matchAll(CITED)].map(([, page = '', named = '']) => ({
    page: page === 'clinical tables' ? 'clinical.md' : page,
    headings: [...named.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''),
  }));
}

/** The headings of a page, without their marks. */
export function headingsIn(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
}

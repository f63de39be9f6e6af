import { noticed } from './said.ts';

/** What a newer version has written, or something that no version would have: kept, and shown as what it is. */
export const unknown = noticed({
  event: 'unknown',
  stored: ({ z }) => z.strictObject({ type: z.string(), version: z.int().positive(), data: z.unknown() }),
  display: 'nothing',
  words: () => 'Something this version cannot show',
});

import { noticed } from './said.ts';

/** The place in the series changed: a visit of the same plan was scheduled before this one, or cancelled. */
export const numbered = noticed({
  event: 'infusion-numbered',
  stored: ({ z }) => z.strictObject({ infusionNumber: z.int() }),
  folds: 'own',
  display: 'whole',
  words: ({ infusionNumber }) => `Now infusion ${infusionNumber} of the series`,
});

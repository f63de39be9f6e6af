import type { DataKit } from './data-kit.ts';
import { CARE, FIXED, MENDED, said, suffix } from './said.ts';

export const moveToRecovery = said({
  command: 'move-to-recovery',
  event: 'moved-to-recovery',
  who: CARE,
  data: ({ z, id }) => z.strictObject({ bayId: id }),
  phaseAfter: 'recovering',
  folds: 'own',
  mend: FIXED,
  display: 'whole',
  words: ({ bayId }, names) => `Moved to bay ${names.bay(bayId)}`,
});

const score = ({ z }: DataKit) =>
  z.strictObject({ scale: z.enum(['padss', 'aldrete']), items: z.record(z.string(), z.int().min(0).max(2)) });

export const scoreDischarge = said({
  command: 'score-discharge',
  event: 'discharge-scored',
  who: CARE,
  data: score,
  stored: (kit) => score(kit).extend({ total: kit.z.int() }),
  mend: MENDED,
  display: 'whole',
  words: ({ scale, total }) => `${scale.toUpperCase()} ${total} of 10`,
});

export const answerCriterion = said({
  command: 'answer-criterion',
  event: 'criterion-answered',
  who: CARE,
  data: ({ z, text, words }) =>
    z.strictObject({
      criterion: text(60),
      met: z.boolean(),
      note: words.optional(),
      /** Who takes the patient home, and how somebody knows that it is them. */
      escort: z
        .strictObject({ name: text(120), relation: text(60), identity: z.enum(['document-seen', 'known-to-us']) })
        .optional(),
    }),
  mend: FIXED,
  display: 'nothing',
  words: ({ criterion, met, note, escort }, names) =>
    `${names.criterion(criterion)}: ${met ? 'yes' : 'no'}${suffix(escort === undefined ? undefined : `${escort.name}, ${escort.relation}, ${escort.identity.replaceAll('-', ' ')}`)}${suffix(note)}`,
});

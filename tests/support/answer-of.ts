import { ESCORT_CRITERION } from '../../shared/clinic/default-checklist.ts';
import type { ChecklistItem } from '../../shared/clinic/protocol.ts';

/** The answer that lets a visit go on, with what else it wants said. */
export const answerOf = ({ id, expected, asks }: ChecklistItem) => {
  const asked = expected === 'yes' ? asks?.yes : undefined;
  return { item: id, answer: expected, ...(asked === undefined ? {} : { note: asked.quick[0] ?? asked.label }) };
};

/** A criterion that is met, with who takes the patient home where it is about that. */
export const criterionOf = (id: string) => ({
  criterion: id,
  met: true,
  ...(id === ESCORT_CRITERION ? { escort: { name: 'Jo Reyes', relation: 'sister', identity: 'known-to-us' as const } } : {}),
});

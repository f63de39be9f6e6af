import type { DataKit } from './data-kit.ts';
import { CARE, FIXED, said, suffix } from './said.ts';

const going = ({ z, escort, text, words }: DataKit) =>
  z.strictObject({
    escort: escort.optional(),
    /** `missing`: the checks that the physician saw open; one more is one that nobody has decided on. */
    override: z.strictObject({ reason: words, missing: z.array(text(60)).max(60).optional() }).optional(),
  });

export const discharge = said({
  command: 'discharge',
  event: 'discharged',
  who: CARE,
  data: going,
  /** `missing`: what still was when a physician overrode, and `open` why, in words; empty otherwise. */
  stored: (kit) => going(kit).extend({ missing: kit.z.array(kit.z.string()), open: kit.z.array(kit.z.string()).exactOptional() }),
  phaseAfter: 'discharged',
  confirm: 'pin',
  mend: FIXED,
  display: 'nothing',
  words: ({ override, open = [] }) =>
    override === undefined
      ? 'Discharged'
      : `Discharged against the criteria: ${override.reason}${suffix(open.join(' · ') || undefined)}`,
});

export const abortSession = said({
  command: 'abort-session',
  event: 'session-aborted',
  who: CARE,
  data: ({ reason }) => reason,
  phaseAfter: 'aborted',
  mend: FIXED,
  display: 'nothing',
  words: ({ reason }) => `Visit aborted: ${reason}`,
});

export const cancelSession = said({
  command: 'cancel-session',
  event: 'session-cancelled',
  who: CARE,
  data: ({ reason }) => reason,
  phaseAfter: 'cancelled',
  mend: FIXED,
  display: 'nothing',
  words: ({ reason }) => `Visit cancelled: ${reason}`,
});

export const correctEntry = said({
  command: 'correct-entry',
  event: 'entry-corrected',
  who: CARE,
  /** `data`: the whole new data. `happenedAt`: when it really happened, where that was wrong. */
  data: ({ z, id, instant, words }) =>
    z.strictObject({
      eventId: id,
      data: z.record(z.string(), z.unknown()),
      happenedAt: instant.optional(),
      reason: words.optional(),
    }),
  folds: 'own',
  mend: FIXED,
  // A wall must not go on showing a number or a time that was corrected: those pass, text does not.
  display: ({ eventId, data, happenedAt }) => ({
    eventId,
    ...(happenedAt === undefined ? {} : { happenedAt }),
    data: Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')),
  }),
  words: 'none',
});

export const strikeEntry = said({
  command: 'strike-entry',
  event: 'entry-struck',
  who: CARE,
  data: ({ z, id, words }) => z.strictObject({ eventId: id, reason: words }),
  folds: 'own',
  mend: FIXED,
  display: ({ eventId }) => ({ eventId }),
  words: 'none',
});

export const signRecord = said({
  command: 'sign-record',
  event: 'record-signed',
  who: CARE,
  data: ({ z }) => z.strictObject({ meaning: z.enum(['charted', 'reviewed']), password: z.string().min(1).max(200) }),
  // The password is checked and forgotten.
  stored: ({ z }) => z.strictObject({ meaning: z.enum(['charted', 'reviewed']), streamPosition: z.int().nonnegative() }),
  mend: FIXED,
  display: 'whole',
  words: ({ meaning }) => (meaning === 'charted' ? 'Signed as charted' : 'Reviewed and signed'),
});

import { routeText } from '../route-text.ts';
import { CARE, CORRECTED, FIXED, MENDED, said, suffix } from './said.ts';

export const startInfusion = said({
  command: 'start-infusion',
  event: 'infusion-started',
  who: CARE,
  /** `reason`: why the rate is not the ordered one. */
  data: ({ z, rateMlPerHour, words }) => z.strictObject({ rateMlPerHour, reason: words.optional() }),
  phaseAfter: 'infusing',
  atTheChair: true,
  mend: CORRECTED,
  display: ({ rateMlPerHour }) => ({ rateMlPerHour }),
  words: ({ rateMlPerHour, reason }) => `Infusion started · ${rateMlPerHour} mL/h${suffix(reason)}`,
});

export const changeRate = said({
  command: 'change-rate',
  event: 'rate-changed',
  who: CARE,
  data: ({ z, rateMlPerHour, words }) => z.strictObject({ rateMlPerHour, reason: words }),
  mend: CORRECTED,
  display: ({ rateMlPerHour }) => ({ rateMlPerHour }),
  words: ({ rateMlPerHour, reason }) => `Rate ${rateMlPerHour} mL/h · ${reason}`,
});

export const pauseInfusion = said({
  command: 'pause-infusion',
  event: 'infusion-paused',
  who: CARE,
  data: ({ reason }) => reason,
  phaseAfter: 'paused',
  mend: FIXED,
  display: 'nothing',
  words: ({ reason }) => `Paused: ${reason}`,
});

export const resumeInfusion = said({
  command: 'resume-infusion',
  event: 'infusion-resumed',
  who: CARE,
  /** `override`: a physician's reason for going on outside the limits. */
  data: ({ z, rateMlPerHour, reason }) =>
    z.strictObject({ rateMlPerHour: rateMlPerHour.optional(), override: reason.optional() }),
  /** `open`: what stood against it then, in words. */
  stored: ({ z, rateMlPerHour, reason }) =>
    z.strictObject({ rateMlPerHour, override: reason.exactOptional(), open: z.array(z.string()).exactOptional() }),
  phaseAfter: 'infusing',
  mend: CORRECTED,
  display: ({ rateMlPerHour }) => ({ rateMlPerHour }),
  words: ({ rateMlPerHour, override, open = [] }) =>
    override === undefined
      ? `Resumed · ${rateMlPerHour} mL/h`
      : `Resumed against the limits · ${rateMlPerHour} mL/h · ${open.join(', ')} · ${override.reason}`,
});

export const endInfusion = said({
  command: 'end-infusion',
  event: 'infusion-ended',
  who: CARE,
  /** `volumeMl`: what the pump gave, where that is not rate × time. */
  data: ({ z, words }) =>
    z
      .strictObject({
        outcome: z.enum(['completed', 'stopped-early']),
        reason: words.optional(),
        volumeMl: z.number().nonnegative().max(2000).optional(),
      })
      .refine((data) => data.outcome === 'completed' || data.reason !== undefined, {
        message: 'An early stop needs a reason',
        path: ['reason'],
      }),
  phaseAfter: 'infused',
  mend: FIXED,
  display: ({ outcome }) => ({ outcome }),
  words: ({ outcome, reason, volumeMl }) =>
    `${outcome === 'completed' ? 'Infusion completed' : `Infusion stopped early${suffix(reason)}`}${suffix(volumeMl === undefined ? undefined : `${volumeMl} mL given`)}`,
});

export const giveDose = said({
  command: 'give-dose',
  event: 'dose-given',
  who: CARE,
  data: ({ z, route, doseMg }) => z.strictObject({ route, doseMg }),
  // An injection or a spray is given at once: what follows is observation.
  phaseAfter: (before) => (before === 'checked-in' ? 'infused' : before),
  atTheChair: true,
  confirm: 'pin',
  mend: MENDED,
  display: 'whole',
  words: ({ doseMg, route }) => `Dose given: ${doseMg} mg ${routeText(route)}`,
});

export const giveMedication = said({
  command: 'give-medication',
  event: 'medication-given',
  who: CARE,
  data: ({ z, id, text, words }) =>
    z.strictObject({
      drug: text(80),
      dose: z.number().positive().max(100_000),
      unit: z.enum(['mg', 'mcg', 'g', 'mL', 'IU', 'tablet', 'puff', 'L/min']),
      route: z.enum(['iv', 'im', 'oral', 'sublingual', 'nasal', 'inhaled', 'topical', 'other']),
      reason: words,
      /** Why a physician goes on against a recorded allergy. */
      despiteAllergy: words.optional(),
      /** The physician who ordered what does not stand on the protocol's list, and how. */
      order: z.strictObject({ by: id, how: z.enum(['spoken', 'written']) }).optional(),
    }),
  atTheChair: true,
  mend: MENDED,
  display: 'nothing',
  words: ({ drug, dose, unit, route, reason, despiteAllergy, order }, names) =>
    `${drug} ${dose} ${unit} ${routeText(route)} · ${reason}${suffix(despiteAllergy === undefined ? undefined : `despite an allergy: ${despiteAllergy}`)}${suffix(order === undefined ? undefined : `${order.how} order, ${names.staff(order.by)}`)}`,
});

import { dateText } from '../../clinic/day-text.ts';
import type { Formats } from '../../clinic/formats.ts';
import { measuredText } from '../alarm-sign.ts';
import { ownLimitsText } from '../own-limits.ts';
import { routeText } from '../route-text.ts';
import type { Scale } from '../scales.ts';
import type { Sign } from '../signs.ts';
import type { DataKit } from './data-kit.ts';
import { CARE, FIXED, PHYSICIAN, said, suffix } from './said.ts';

export const answerChecklist = said({
  command: 'answer-checklist',
  event: 'checklist-answered',
  who: CARE,
  data: ({ z, text, words }) =>
    z.strictObject({ item: text(60), answer: z.enum(['yes', 'no', 'not-applicable']), note: words.optional() }),
  mend: FIXED,
  display: 'nothing',
  words: ({ item, answer, note }, names) => `${names.check(item)}: ${answer.replaceAll('-', ' ')}${suffix(note)}`,
});

const override = ({ z, text, words }: DataKit) =>
  z.strictObject({
    item: text(60),
    reason: words,
    /** How far the person who decides had seen the visit: what came after it they have not seen. */
    position: z.int().positive().optional(),
  });

/** `Systolic 142 mmHg`, or the words that the fact has already. */
const factText = ({ what, value }: { readonly what: string; readonly value: number | string }, formats: Formats) =>
  typeof value === 'number' ? measuredText(what as Sign | Scale, value, formats) : value;

export const overrideCheck = said({
  command: 'override-check',
  event: 'check-overridden',
  who: PHYSICIAN,
  data: override,
  /** `seen`: the facts that stood in the way then. It holds for them, and for nothing that comes after. */
  stored: (kit) =>
    override(kit).extend({
      seen: kit.z
        .array(
          kit.z.strictObject({
            what: kit.z.string(),
            value: kit.z.union([kit.z.number(), kit.z.string()]),
            bound: kit.z.enum(['low', 'high']).exactOptional(),
            eventId: kit.id.exactOptional(),
          }),
        )
        .exactOptional(),
    }),
  confirm: 'pin',
  mend: FIXED,
  display: 'nothing',
  words: ({ item, reason, seen = [] }, names) =>
    `Overridden: ${names.check(item)}${suffix(seen.map((fact) => factText(fact, names.formats)).join(', ') || undefined)} · ${reason}`,
});

const limits = ({ z, words, ownLimits, day }: DataKit) =>
  z.strictObject({
    limits: ownLimits,
    reason: words,
    /** The last day on which visits of this patient begin with them; `visit` and nothing: this visit alone. */
    until: z.union([z.literal('visit'), day]).optional(),
  });

export const setLimits = said({
  command: 'set-limits',
  event: 'limits-set',
  who: PHYSICIAN,
  /** The whole of what is in force from now on until the visit ends; what is not named is the protocol's. */
  data: limits,
  /** `by`: the physician who set them, where they came along from an earlier visit. */
  stored: (kit) => limits(kit).extend({ by: kit.id.exactOptional() }),
  confirm: 'pin',
  mend: FIXED,
  // A wall colours values by them; the reason may name a disease.
  display: ({ limits }) => ({ limits }),
  words: ({ limits, reason, until = 'visit', by }, names) =>
    `Own limits: ${ownLimitsText(limits, names.formats) || 'none'}${suffix(reason)}${suffix(until === 'visit' ? undefined : `until ${dateText(until, names.formats.date)}`)}${suffix(by === undefined ? undefined : `set by ${names.staff(by)}`)}`,
});

export const writeOrder = said({
  command: 'write-order',
  event: 'order-written',
  who: PHYSICIAN,
  data: ({ z, text, route, doseMg }) =>
    z
      .strictObject({
        drug: text(80),
        route,
        doseMgPerKg: z.number().positive().max(20).optional(),
        doseMg: doseMg.optional(),
        concentrationMgPerMl: z.number().positive().max(200),
        durationMin: z.number().positive().max(720),
      })
      .refine((data) => (data.doseMgPerKg === undefined) !== (data.doseMg === undefined), 'Give either mg/kg or mg'),
  stored: ({ z, route }) =>
    z.strictObject({
      drug: z.string(),
      route,
      doseMgPerKg: z.number().optional(),
      /** Worked out from the weight when the order is per kg. */
      doseMg: z.number(),
      concentrationMgPerMl: z.number(),
      durationMin: z.number(),
      volumeMl: z.number(),
      rateMlPerHour: z.number(),
      /** Weight the dose was worked out with; absent for a fixed dose. */
      weightKg: z.number().exactOptional(),
    }),
  mend: FIXED,
  display: 'whole',
  words: ({ drug, doseMg, route, durationMin }) =>
    `Order: ${drug} ${doseMg} mg ${routeText(route)}${route === 'iv' ? ` over ${durationMin} min` : ''}`,
});

export const confirmOrder = said({
  command: 'confirm-order',
  event: 'order-confirmed',
  who: CARE,
  data: ({ nothing }) => nothing,
  stored: ({ z, id }) => z.strictObject({ orderEventId: id, chairId: id.exactOptional() }),
  mend: FIXED,
  display: 'whole',
  words: () => 'Order checked by a second person',
});

import { weightText } from '../../clinic/weight-text.ts';
import type { DataKit } from './data-kit.ts';
import { CARE, CORRECTED, FIXED, said, suffix } from './said.ts';

const visit = ({ z, id, instant }: DataKit) =>
  z.strictObject({
    patientId: id,
    protocolId: id,
    planId: id.optional(),
    plannedStart: instant,
    chairId: id.optional(),
  });

export const scheduled = said({
  command: 'schedule-session',
  event: 'session-scheduled',
  who: ['nurse', 'physician', 'manager', 'administrator'],
  data: visit,
  stored: (kit) =>
    visit(kit).extend({
      protocolVersion: kit.z.int().positive(),
      /** Place in the series, from 1, when the visit belongs to a plan. */
      infusionNumber: kit.z.int().exactOptional(),
      infusionsPlanned: kit.z.int().exactOptional(),
      indication: kit.z.string().exactOptional(),
    }),
  folds: 'own',
  mend: FIXED,
  display: 'whole',
  words: () => 'Scheduled',
});

const arrival = ({ z, escort }: DataKit) =>
  z.strictObject({
    identifiers: z
      .array(z.enum(['name', 'date-of-birth', 'mrn', 'photo', 'address', 'phone']))
      .refine((list) => new Set(list).size >= 2, 'Two different identifiers are needed'),
    weightKg: z.number().min(20, 'Weight must be between 20 and 400 kg').max(400, 'Weight must be between 20 and 400 kg'),
    escort: escort.optional(),
  });

export const checkIn = said({
  command: 'check-in',
  event: 'checked-in',
  who: CARE,
  data: arrival,
  /** `lastDose`: what was ordered in the patient's last visit in which the drug of this visit was given by its route. */
  stored: (kit) =>
    arrival(kit).extend({
      lastDose: kit.z
        .strictObject({
          drug: kit.z.string(),
          route: kit.route,
          doseMg: kit.z.number(),
          weightKg: kit.z.number().exactOptional(),
          givenAt: kit.instant,
        })
        .exactOptional(),
    }),
  phaseAfter: 'checked-in',
  folds: 'own',
  mend: CORRECTED,
  display: 'nothing',
  words: ({ weightKg, escort }, { formats }) =>
    `Checked in · ${weightText(weightKg, formats)}${suffix(escort === undefined ? undefined : `escort ${escort.name}`)}`,
});

export const assignChair = said({
  command: 'assign-chair',
  event: 'chair-assigned',
  who: CARE,
  data: ({ z, id }) => z.strictObject({ chairId: id }),
  folds: 'own',
  mend: FIXED,
  display: 'whole',
  words: ({ chairId }, names) => `Chair ${names.chair(chairId)}`,
});

export const handOver = said({
  command: 'hand-over',
  event: 'handed-over',
  who: CARE,
  data: ({ z, id }) => z.strictObject({ nurseId: id }),
  folds: 'own',
  mend: FIXED,
  display: 'whole',
  words: ({ nurseId }, names) => `Handed over to ${names.staff(nurseId)}`,
});

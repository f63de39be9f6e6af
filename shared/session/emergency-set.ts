import type { EmergencyKind } from './adverse-event.ts';

/** The emergency set: one tap each, as the crash kit of an infusion room has it. To be confirmed by a clinician before use. */
export const EMERGENCY_SET: readonly {
  readonly kind: EmergencyKind;
  readonly label: string;
  readonly actions: readonly string[];
}[] = [
  { kind: 'code', label: 'Call for help', actions: ['Code called', 'Ambulance called'] },
  {
    kind: 'oxygen',
    label: 'Oxygen',
    actions: ['Oxygen 2 L/min, nasal cannula', 'Oxygen 6 L/min, mask', 'Oxygen 15 L/min, reservoir mask', 'Oxygen stopped'],
  },
  {
    kind: 'airway',
    label: 'Airway',
    actions: [
      'Head tilt, chin lift',
      'Jaw thrust',
      'Suction',
      'Airway adjunct placed',
      'Bag-mask ventilation',
      'Recovery position',
    ],
  },
  {
    kind: 'drug',
    label: 'Emergency drug',
    actions: [
      'Adrenaline given',
      'Atropine given',
      'Flumazenil given',
      'Naloxone given',
      'Midazolam given',
      'Fluid bolus started',
    ],
  },
];

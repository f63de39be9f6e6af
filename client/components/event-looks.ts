import {
  Activity,
  Ban,
  BellRing,
  Check,
  CirclePause,
  CircleQuestionMark,
  FileText,
  Frown,
  Gauge,
  House,
  ListChecks,
  type LucideIcon,
  Phone,
  Pill,
  Play,
  ScrollText,
  Siren,
  Square,
  Syringe,
  TriangleAlert,
  UserRound,
} from 'lucide-react';
import type { SessionEventData, SessionEventType } from '../../shared/session/said/all.ts';

/** What an event on the time axis is, as its sign. */
export type MarkerKind =
  | 'start'
  | 'pause'
  | 'resume'
  | 'rate'
  | 'end'
  | 'dose'
  | 'symptom'
  | 'medication'
  | 'note'
  | 'call'
  | 'emergency';

/** An event on the time axis. `words` are for a screen reader and the tooltip. */
export interface EventMarker {
  readonly kind: MarkerKind;
  readonly words: string;
}

/** What the screens add to the row of an event; the compiler asks for each. */
interface EventLook<D> {
  /** Before its line in the timeline. */
  readonly icon: LucideIcon;
  /** Under the trend. */
  readonly marker: ((data: D) => EventMarker) | 'none';
}

export const EVENT_LOOKS: { readonly [T in SessionEventType]: EventLook<SessionEventData[T]> } = {
  'session-scheduled': { icon: UserRound, marker: 'none' },
  'infusion-numbered': { icon: UserRound, marker: 'none' },
  'checked-in': { icon: UserRound, marker: 'none' },
  'chair-assigned': { icon: UserRound, marker: 'none' },
  'handed-over': { icon: UserRound, marker: 'none' },
  'checklist-answered': { icon: ListChecks, marker: 'none' },
  'limits-set': { icon: Gauge, marker: 'none' },
  'check-overridden': { icon: UserRound, marker: 'none' },
  'order-written': { icon: ScrollText, marker: 'none' },
  'order-confirmed': { icon: Check, marker: 'none' },
  'infusion-started': {
    icon: Play,
    marker: ({ rateMlPerHour }) => ({ kind: 'start', words: `Infusion started, ${rateMlPerHour} mL/h` }),
  },
  'rate-changed': { icon: Gauge, marker: ({ rateMlPerHour }) => ({ kind: 'rate', words: `Rate ${rateMlPerHour} mL/h` }) },
  'infusion-paused': { icon: CirclePause, marker: () => ({ kind: 'pause', words: 'Infusion paused' }) },
  'infusion-resumed': {
    icon: Play,
    marker: ({ rateMlPerHour }) => ({ kind: 'resume', words: `Infusion resumed, ${rateMlPerHour} mL/h` }),
  },
  'infusion-ended': {
    icon: Square,
    marker: ({ outcome }) => ({ kind: 'end', words: outcome === 'completed' ? 'Infusion ended' : 'Infusion stopped early' }),
  },
  'dose-given': { icon: Syringe, marker: ({ doseMg }) => ({ kind: 'dose', words: `${doseMg} mg given` }) },
  'medication-given': {
    icon: Pill,
    marker: ({ drug, dose, unit }) => ({ kind: 'medication', words: `${drug} ${dose} ${unit}` }),
  },
  'vitals-recorded': { icon: Activity, marker: 'none' },
  'observation-recorded': { icon: Activity, marker: 'none' },
  'symptom-recorded': { icon: Frown, marker: ({ kind }) => ({ kind: 'symptom', words: kind }) },
  'note-added': { icon: FileText, marker: () => ({ kind: 'note', words: 'Note' }) },
  'emergency-recorded': { icon: Siren, marker: ({ action }) => ({ kind: 'emergency', words: action }) },
  'adverse-event-reported': {
    icon: TriangleAlert,
    marker: ({ kind }) => ({ kind: 'emergency', words: `Adverse event: ${kind}` }),
  },
  'physician-called': { icon: Phone, marker: () => ({ kind: 'call', words: 'Physician called' }) },
  'call-answered': { icon: Phone, marker: 'none' },
  'alarm-raised': { icon: BellRing, marker: 'none' },
  'alarm-acknowledged': { icon: UserRound, marker: 'none' },
  'alarm-escalated': { icon: UserRound, marker: 'none' },
  'alarm-cleared': { icon: UserRound, marker: 'none' },
  'moved-to-recovery': { icon: UserRound, marker: 'none' },
  'discharge-scored': { icon: ListChecks, marker: 'none' },
  'criterion-answered': { icon: ListChecks, marker: 'none' },
  discharged: { icon: House, marker: 'none' },
  'session-aborted': { icon: Ban, marker: () => ({ kind: 'end', words: 'Visit aborted' }) },
  'session-cancelled': { icon: Ban, marker: 'none' },
  'record-signed': { icon: Check, marker: 'none' },
  'entry-corrected': { icon: UserRound, marker: 'none' },
  'entry-struck': { icon: UserRound, marker: 'none' },
  unknown: { icon: CircleQuestionMark, marker: 'none' },
};

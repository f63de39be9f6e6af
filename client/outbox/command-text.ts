import type { ClinicState } from '../../shared/clinic/state.ts';
import { OUTCOME_SCALES } from '../../shared/scores/outcome-scales.ts';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { AnyEntry, SessionState } from '../../shared/session/state.ts';
import { observationText, vitalsText } from '../../shared/views/reading-text.ts';
import { entryText } from '../../shared/views/timeline.ts';
import type { KeptCommand } from './kept-command.ts';

/** What was said, in the timeline's words where it has some for it. */
export function commandText({ type, data }: KeptCommand, clinic: ClinicState, visit: SessionState | undefined): string {
  if (type === 'record-vitals') return vitalsText(data);
  if (type === 'record-observation') return observationText(data);
  if (type === 'record-outcome') return `${OUTCOME_SCALES[data.scale].label} ${data.total}`;
  const became = BECOMES[type];
  if (became === undefined) return type.replaceAll('-', ' ');
  // The data of these commands are those of their events.
  return entryText({ type: became, data } as unknown as AnyEntry, clinic, visit);
}

const BECOMES: Partial<Record<SessionCommand['type'], AnyEntry['type']>> = {
  'change-rate': 'rate-changed',
  'start-infusion': 'infusion-started',
  'pause-infusion': 'infusion-paused',
  'end-infusion': 'infusion-ended',
  'give-dose': 'dose-given',
  'give-medication': 'medication-given',
  'record-symptom': 'symptom-recorded',
  'add-note': 'note-added',
  'call-physician': 'physician-called',
  'move-to-recovery': 'moved-to-recovery',
  'assign-chair': 'chair-assigned',
  'hand-over': 'handed-over',
  'answer-checklist': 'checklist-answered',
  'answer-criterion': 'criterion-answered',
};

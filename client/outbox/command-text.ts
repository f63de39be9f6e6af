import type { ClinicState } from '../../shared/clinic/state.ts';
import { OUTCOME_SCALES } from '../../shared/scores/outcome-scales.ts';
import { COMMAND_ROWS } from '../../shared/session/said/all.ts';
import type { AnyEntry, SessionState } from '../../shared/session/state.ts';
import { entryText } from '../../shared/views/timeline.ts';
import type { KeptCommand } from './kept-command.ts';

/** What was said, in the timeline's words where it has some for it. */
export function commandText({ type, data }: KeptCommand, clinic: ClinicState, visit: SessionState | undefined): string {
  if (type === 'record-outcome') return `${OUTCOME_SCALES[data.scale].label} ${data.total}`;
  const { event, keepsMore } = COMMAND_ROWS[type];
  // The words are those of what is kept: the data of a command has them where it is kept as it was sent.
  const words = keepsMore ? '' : entryText({ type: event, data } as AnyEntry, clinic, visit);
  return words === '' ? type.replaceAll('-', ' ') : words;
}

import type { OutcomeCommand } from '../../shared/clinic/commands.ts';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { Id, Instant } from '../../shared/units.ts';

/** What waits on a tablet: something said of a visit, or a result of an outcome scale, which is the patient's. */
export type KeptCommand = SessionCommand | OutcomeCommand;

/** Where it goes. */
export function addressOf(sessionId: Id, { type }: KeptCommand): string {
  return type === 'record-outcome' ? '/api/clinic/commands' : `/api/sessions/${sessionId}/commands`;
}

/** Whom it is about. */
export function patientIdOf(command: KeptCommand): Id {
  return command.type === 'record-outcome' ? command.data.patientId : command.patientId;
}

/** The same thing said at another time, which makes it another entry. */
export function retimed<C extends KeptCommand>(command: C, id: Id, timed: (at: Instant) => Instant): C {
  const moved = { ...command, id, at: timed(command.at) };
  if (moved.type !== 'record-outcome') return moved;
  return { ...moved, data: { ...moved.data, takenAt: timed(moved.data.takenAt) } };
}

import type { Recorded } from '../../shared/log/event.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import { forDisplay } from './for-display.ts';

/** The board as a wall display may have it: events as the live doors show them to a display, nobody's name. */
export function displayBoard(board: Buffer): string {
  const answer = JSON.parse(board.toString()) as BoardAnswer;
  return JSON.stringify({
    ...answer,
    staff: answer.staff.map(({ id, initials, role, active }) => ({ id, initials, role, active })),
    patients: answer.patients.map(({ id }) => ({ id })),
    plans: answer.plans.map(({ id, patientId }) => ({ id, patientId })),
    sessions: answer.sessions.map(({ id, events }) => ({ id, events: events.map((event): Recorded => forDisplay(event)) })),
  });
}

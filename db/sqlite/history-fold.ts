import { type ClinicEvent, isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import { folded } from '../../shared/clinic/folded.ts';
import type { Patient } from '../../shared/clinic/records.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { type Recorded, streamId } from '../../shared/log/event.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../shared/session/evolve.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import type { EventLog } from './event-log.ts';
import { timeZoneOf, toStored } from './history-row.ts';
import type { historyTable } from './history-table.ts';

/**
 * Turns events into the rows of history: a visit's row is written once for all events that were taken together. What it remembers
 * (visits that are not over, the clinic's records) is read from the log when it is first needed, and may be forgotten at any time.
 */
export function historyFold(table: ReturnType<typeof historyTable>, log: Pick<EventLog, 'ofStream' | 'reference'>) {
  let clinic: ClinicState | undefined;
  const open = new Map<Id, SessionState>();
  const touched = new Map<Id, SessionState>();

  const load = (id: Id) => foldSession(log.ofStream(`session/${id}`).filter(isSessionEvent));
  const known = (id: Id) => touched.get(id) ?? open.get(id) ?? load(id);

  function applySession(event: SessionEvent): void {
    const id = streamId(event.stream);
    const state = known(id);
    // A visit loaded just now has this event in it already.
    const seen = state !== undefined && state.streamPosition >= event.streamPosition;
    const next = seen ? state : evolveSession(state, event);
    if (next !== undefined) touched.set(id, next);
  }

  /** Their rows hold the patient's name. */
  function touchSessionsOf(patientId: Id): void {
    for (const id of table.sessionsOf(patientId)) {
      const state = known(id);
      if (state !== undefined) touched.set(id, state);
    }
  }

  /** Records may also change, or come, after the visits that name them. */
  function applyClinic(before: ClinicState, event: ClinicEvent): ClinicState {
    const after = evolveClinic(before, event);
    if (event.type === 'patient-put') {
      const was = before.patients.get(event.data.id);
      if (was !== undefined && sameName(was, event.data)) return after;
      table.putPatient(event.data.id, searchText(event.data));
      touchSessionsOf(event.data.id);
    } else if (event.type === 'chair-put' && before.chairs.get(event.data.id)?.label !== event.data.label) {
      table.renameChair(event.data.id, event.data.label);
    } else if (event.type === 'staff-put' && before.staff.get(event.data.id)?.name !== event.data.name) {
      table.renameStaff(event.data.id, event.data.name);
    } else if (timeZoneOf(before) !== timeZoneOf(after)) {
      table.renameDays(after);
    }
    return after;
  }

  return {
    /** The next events after the position `cursor`, within a transaction. When it throws, `forget` must be next. */
    take(events: readonly Recorded[], cursor: number): void {
      let now =
        clinic ??
        foldClinic(
          log
            .reference()
            .filter(({ position }) => position <= cursor)
            .filter(isClinicEvent),
        );
      for (const event of events) {
        if (isSessionEvent(event)) applySession(event);
        else if (isClinicEvent(event)) now = applyClinic(now, event);
      }
      for (const [id, state] of touched) {
        table.put(toStored(state, now));
        if (isOver(state.phase)) open.delete(id);
        else open.set(id, state);
      }
      touched.clear();
      clinic = now;
    },
    forget(): void {
      clinic = undefined;
      open.clear();
      touched.clear();
    },
  };
}

function searchText(patient: Patient): string {
  return folded(`${patient.givenName} ${patient.familyName} ${patient.mrn}`);
}

function sameName(a: Patient, b: Patient): boolean {
  return a.givenName === b.givenName && a.familyName === b.familyName && a.mrn === b.mrn;
}

import { type ClinicEvent, isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import { folded } from '../../shared/clinic/folded.ts';
import type { Patient } from '../../shared/clinic/records.ts';
import { type Recorded, streamId } from '../../shared/log/event.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../shared/session/evolve.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id, Instant } from '../../shared/units.ts';
import type { Connection } from './connection.ts';
import type { EventLog } from './event-log.ts';
import type { StoredHistory } from './history-columns.ts';
import { toHistory } from './history-projection.ts';
import { historyTable } from './history-table.ts';

/**
 * Keeps `history` and `patients` in step with the log, inside the transaction that appends the events. Rows are written once per
 * commit and visit, not once per event; `written` hears which. Everything here can be dropped and made again from the events: `rebuild`.
 */
export function projections(connection: Connection, log: EventLog, written: (rows: 'all' | Iterable<Id>) => void) {
  const table = historyTable(connection);
  const putPatient = connection.prepare<[string, string]>(
    'INSERT INTO patients (id, search) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET search = excluded.search',
  );
  const sessionsOf = connection
    .prepare<[string], Id>('SELECT session_id FROM history WHERE patient_id = ? ORDER BY session_id')
    .pluck();
  const openOrEndedSince = connection
    .prepare<[Instant], Id>(
      'SELECT session_id FROM history WHERE over_since IS NULL UNION ALL SELECT session_id FROM history WHERE over_since >= ?',
    )
    .pluck();

  let clinic = foldClinic(log.reference().filter(isClinicEvent));
  let tentativeClinic = clinic;
  /** Visits that are not over, as of the last commit, with the rows that stand in `history`. */
  const open = new Map<Id, SessionState>();
  const rows = new Map<Id, StoredHistory>();
  /** Visits that this transaction touched, and their new rows. */
  const touched = new Map<Id, SessionState>();
  const newRows = new Map<Id, StoredHistory>();
  let renamed = false;

  const load = (id: Id): SessionState | undefined => foldSession(log.ofStream(`session/${id}`).filter(isSessionEvent));
  const known = (id: Id): SessionState | undefined => touched.get(id) ?? open.get(id) ?? load(id);

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
    for (const id of sessionsOf.all(patientId)) {
      const state = known(id);
      if (state !== undefined) touched.set(id, state);
    }
  }

  function applyClinic(event: ClinicEvent): void {
    const before = tentativeClinic;
    tentativeClinic = evolveClinic(before, event);
    // A record may also come after the visits that name it.
    if (event.type === 'patient-put') {
      const was = before.patients.get(event.data.id);
      if (was !== undefined && sameName(was, event.data)) return;
      putPatient.run(event.data.id, searchText(event.data));
      touchSessionsOf(event.data.id);
    } else if (event.type === 'chair-put' && before.chairs.get(event.data.id)?.label !== event.data.label) {
      renamed = true;
      rows.clear();
      table.renameChair(event.data.id, event.data.label);
    } else if (event.type === 'staff-put' && before.staff.get(event.data.id)?.name !== event.data.name) {
      renamed = true;
      rows.clear();
      table.renameStaff(event.data.id, event.data.name);
    }
  }

  return {
    /** Events of one write, inside the transaction. */
    apply(events: readonly Recorded[]): void {
      for (const event of events) {
        if (isSessionEvent(event)) applySession(event);
        else if (isClinicEvent(event)) applyClinic(event);
      }
    },
    /** Writes the rows of all visits touched; just before COMMIT. */
    flush(): void {
      for (const [id, state] of touched) {
        const row = toHistory(state, tentativeClinic);
        table.put(row, rows.get(id));
        newRows.set(id, row);
      }
    },
    commit(): void {
      clinic = tentativeClinic;
      for (const [id, state] of touched) {
        if (isOver(state.phase)) {
          open.delete(id);
          rows.delete(id);
        } else {
          open.set(id, state);
          const row = newRows.get(id);
          if (row !== undefined) rows.set(id, row);
        }
      }
      written(renamed ? 'all' : newRows.keys());
      touched.clear();
      newRows.clear();
      renamed = false;
    },
    rollback(): void {
      tentativeClinic = clinic;
      touched.clear();
      newRows.clear();
      renamed = false;
    },
    openSessionIds: (since: Instant): Id[] => openOrEndedSince.all(since),
    /** Drops every projection and makes it again from the events; inside a transaction of the caller. */
    rebuild(): void {
      connection.exec('DELETE FROM history; DELETE FROM patients');
      open.clear();
      rows.clear();
      renamed = true;
      tentativeClinic = foldClinic(log.reference().filter(isClinicEvent));
      for (const patient of tentativeClinic.patients.values()) putPatient.run(patient.id, searchText(patient));
      const streams = connection
        .prepare<[], string>(
          "SELECT stream FROM events WHERE type = 'session-scheduled' AND stream_position = 1 ORDER BY position",
        )
        .pluck();
      for (const stream of streams.all()) {
        const state = load(streamId(stream));
        if (state !== undefined) table.put(toHistory(state, tentativeClinic), undefined);
      }
    },
  };
}

function searchText(patient: Patient): string {
  return folded(`${patient.givenName} ${patient.familyName} ${patient.mrn}`);
}

function sameName(a: Patient, b: Patient): boolean {
  return a.givenName === b.givenName && a.familyName === b.familyName && a.mrn === b.mrn;
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { evolveClinic } from '../../shared/clinic/evolve.ts';
import type { Patient } from '../../shared/clinic/records.ts';
import { type ClinicState, emptyClinic } from '../../shared/clinic/state.ts';
import type { Recorded } from '../../shared/log/event.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { evolveSession, foldSession } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import { readEvent } from '../../shared/wire/read-event.ts';

/** Everything the screens know, folded from the log by the server's own reducers. */
export interface ClinicData {
  /** False until the first board arrived. */
  readonly loaded: boolean;
  readonly epoch: string;
  /** The last position folded in: the cursor. */
  readonly position: number;
  readonly clinic: ClinicState;
  readonly sessions: ReadonlyMap<Id, SessionState>;
  /** Commands whose events are folded in, each with its first event: what waited on a tablet and has come back. Grows in place. */
  readonly commands: Map<Id, Id>;
  /** Something came that this version of the screens cannot show. */
  readonly beyondUs: boolean;
}
export type ClinicStore = StoreApi<ClinicData>;

export const createClinicStore = (): ClinicStore =>
  createStore<ClinicData>(() => ({
    loaded: false,
    epoch: '',
    position: 0,
    clinic: emptyClinic,
    sessions: new Map(),
    commands: new Map(),
    beyondUs: false,
  }));

/** What a frame led to: applied, or a hole before it, so that the caller asks again from its cursor. */
export type Applied =
  | { readonly kind: 'applied'; readonly unknownPatients: readonly Id[]; readonly torn: readonly Id[] }
  | { readonly kind: 'gap' };

/** Starts from a board answer. Visits that were opened from elsewhere and are newer than the board's stay. */
export function fromBoard(answer: BoardAnswer): ClinicData {
  const sessions = new Map<Id, SessionState>();
  const commands = new Map<Id, Id>();
  let beyondUs = false;
  for (const { id, events: sent } of answer.sessions) {
    const events = sent.map((event) => readEvent(event));
    const session = foldSession(events);
    noteCommands(commands, events);
    beyondUs ||= events.some(isBeyondUs);
    if (session !== undefined) sessions.set(id, session);
  }
  return { loaded: true, epoch: answer.epoch, position: answer.head, clinic: clinicOf(answer), sessions, commands, beyondUs };
}

/**
 * Folds recorded events into the store in one step: one notification, however many events came in a commit.
 * Only `last + 1` is ever applied. What was applied before is skipped; a hole is reported and nothing after it is applied.
 */
export function applyEvents(store: ClinicStore, events: readonly Recorded[]): Applied {
  const before = store.getState();
  let { position, clinic, beyondUs } = before;
  let sessions: Map<Id, SessionState> | undefined;
  const torn: Id[] = [];
  const unknownPatients: Id[] = [];
  let gap = false;
  for (const event of events) {
    if (event.position <= position) continue;
    if (event.position !== position + 1) {
      gap = true;
      break;
    }
    position = event.position;
    noteCommands(before.commands, [event]);
    beyondUs ||= isBeyondUs(event);
    if (isClinicEvent(event)) clinic = evolveClinic(clinic, event);
    if (!isSessionEvent(event)) continue;
    const id = event.stream.slice('session/'.length);
    const next = nextOf((sessions ?? before.sessions).get(id), event);
    if (next === 'torn') torn.push(id);
    if (next === 'torn' || next === 'not-ours') continue;
    sessions ??= new Map(before.sessions);
    sessions.set(id, next);
    if (!clinic.patients.has(next.patientId)) unknownPatients.push(next.patientId);
  }
  if (position !== before.position)
    store.setState({ position, clinic, beyondUs, ...(sessions === undefined ? {} : { sessions }) });
  return gap ? { kind: 'gap' } : { kind: 'applied', unknownPatients, torn };
}

/** Puts a visit that the board did not bring (a past one): events of its stream from the first on. */
export function putSession(store: ClinicStore, events: readonly SessionEvent[]): SessionState | undefined {
  const session = foldSession(events);
  if (session === undefined) return undefined;
  noteCommands(store.getState().commands, events);
  if (events.some(isBeyondUs)) store.setState({ beyondUs: true });
  const known = store.getState().sessions.get(session.id);
  if (known !== undefined && known.streamPosition >= session.streamPosition) return known;
  store.setState(({ sessions }) => ({ sessions: new Map(sessions).set(session.id, session) }));
  return session;
}

export function putPatient(store: ClinicStore, patient: Patient): void {
  store.setState(({ clinic }) => ({ clinic: { ...clinic, patients: new Map(clinic.patients).set(patient.id, patient) } }));
}

function noteCommands(commands: Map<Id, Id>, events: readonly Recorded[]): void {
  for (const { commandId, id } of events) if (!commands.has(commandId)) commands.set(commandId, id);
}

/** What `readEvent` made of an event of a newer version. */
const isBeyondUs = ({ type }: Recorded): boolean => type === 'unknown';

/** A visit never seen begins with its first event; an older one that the board left out is nobody's here. */
function nextOf(state: SessionState | undefined, event: SessionEvent): SessionState | 'not-ours' | 'torn' {
  if (state === undefined) return event.type === 'session-scheduled' ? evolveSession(undefined, event) : 'not-ours';
  if (event.streamPosition <= state.streamPosition) return state;
  return event.streamPosition === state.streamPosition + 1 ? evolveSession(state, event) : 'torn';
}

function clinicOf(answer: BoardAnswer): ClinicState {
  const protocols = new Map<string, BoardAnswer['protocols'][number][]>();
  for (const protocol of answer.protocols) protocols.set(protocol.id, [...(protocols.get(protocol.id) ?? []), protocol]);
  for (const versions of protocols.values()) versions.sort((a, b) => a.version - b.version);
  return {
    ...(answer.clinic === null ? {} : { clinic: answer.clinic }),
    chairs: byId(answer.chairs),
    bays: byId(answer.bays),
    staff: byId(answer.staff),
    patients: byId(answer.patients),
    plans: byId(answer.plans),
    protocols,
    outcomes: byId(answer.outcomes),
  };
}

function byId<R extends { readonly id: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

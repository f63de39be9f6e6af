import { expect, it } from 'vitest';
import type { Recorded } from '../../shared/log/event.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { applyEvents, createClinicStore, fromBoard, putSession } from './clinic-store.ts';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const PATIENT = '00000000-0000-7000-8000-0000000000aa';
const AT = '2026-11-24T09:00:00.000Z';

const event = (position: number, session: string, streamPosition: number, type: string, data: unknown): Recorded => ({
  position,
  id: `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`,
  stream: `session/${session}`,
  streamPosition,
  type,
  version: 1,
  happenedAt: AT,
  recordedAt: AT,
  actor: { id: 'n', role: 'nurse' },
  commandId: PATIENT,
  data,
});
const scheduled = (position: number, session: string) =>
  event(position, session, 1, 'session-scheduled', {
    patientId: PATIENT,
    protocolId: PATIENT,
    protocolVersion: 1,
    plannedStart: AT,
  });
const note = (position: number, session: string, streamPosition: number) =>
  event(position, session, streamPosition, 'note-added', { text: 'x' });

function storeAt(head: number, ...sessions: { id: string; events: Recorded[] }[]) {
  const store = createClinicStore();
  store.setState(
    fromBoard({
      epoch: 'e',
      head,
      now: AT,
      speed: 1,
      clinic: null,
      chairs: [],
      bays: [],
      staff: [],
      patients: [],
      plans: [],
      outcomes: [],
      protocols: [],
      sessions: sessions as unknown as { id: string; events: SessionEvent[] }[],
    }),
    true,
  );
  return store;
}

it('[UI13] the next position is folded, and only once', () => {
  const store = storeAt(1, { id: A, events: [scheduled(1, A)] });
  applyEvents(store, [note(2, A, 2)]);
  applyEvents(store, [note(2, A, 2), note(3, A, 3)]);
  expect(store.getState().position).toBe(3);
  expect(store.getState().sessions.get(A)?.entries).toHaveLength(3);
});

it('[UI13] nothing behind a hole is folded', () => {
  const store = storeAt(1, { id: A, events: [scheduled(1, A)] });
  expect(applyEvents(store, [note(2, A, 2), note(4, A, 4)])).toEqual({ kind: 'gap' });
  expect(store.getState().position).toBe(2);
  expect(store.getState().sessions.get(A)?.entries).toHaveLength(2);
});

it('[UI3] a change of one visit leaves the other the very same object', () => {
  const store = storeAt(2, { id: A, events: [scheduled(1, A)] }, { id: B, events: [scheduled(2, B)] });
  const before = store.getState().sessions.get(B);
  let notified = 0;
  store.subscribe(() => notified++);
  applyEvents(store, [note(3, A, 2), note(4, A, 3)]);
  expect(store.getState().sessions.get(B)).toBe(before);
  expect(notified).toBe(1);
});

it('[UI13] a visit whose patient is not known yet is shown, and the patient asked for', () => {
  expect(applyEvents(storeAt(0), [scheduled(1, A)])).toEqual({ kind: 'applied', unknownPatients: [PATIENT], torn: [] });
});

it('[UI13] a visit that lacks an event in between is fetched whole, not folded wrongly', () => {
  const store = storeAt(5, { id: A, events: [scheduled(1, A)] });
  expect(applyEvents(store, [note(6, A, 3)])).toEqual({ kind: 'applied', unknownPatients: [], torn: [A] });
  putSession(store, [scheduled(1, A), note(5, A, 2), note(6, A, 3)] as SessionEvent[]);
  expect(store.getState().sessions.get(A)?.streamPosition).toBe(3);
});

it('[UI13] an old visit that the board left out is nobody’s here, and the cursor goes on', () => {
  const store = storeAt(5);
  applyEvents(store, [note(6, A, 40)]);
  expect(store.getState().position).toBe(6);
  expect(store.getState().sessions.size).toBe(0);
});

it('[UI13] a fetched visit that is older than what is known changes nothing', () => {
  const store = storeAt(2, { id: A, events: [scheduled(1, A), note(2, A, 2)] });
  const known = store.getState().sessions.get(A);
  expect(putSession(store, [scheduled(1, A)] as SessionEvent[])).toBe(known);
});

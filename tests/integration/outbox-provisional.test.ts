import { describe, expect, it } from 'vitest';
import { createClinicStore, fromBoard } from '../../client/live/clinic-store.ts';
import { fromKept, toKept } from '../../client/outbox/kept-clinic.ts';
import { refusedHere } from '../../client/outbox/local-decision.ts';
import type { WaitingEntry } from '../../client/outbox/outbox-store.ts';
import { withWaiting } from '../../client/outbox/provisional.ts';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { startTestServer } from '../support/builders.ts';
import { type PlayedVisit, playToInfusing, playToReady, someVitals } from '../support/play-visit.ts';
import { STAFF } from '../support/small-clinic.ts';

const NURSE = { id: STAFF.nurse.id, name: STAFF.nurse.name, initials: STAFF.nurse.initials, role: 'nurse' } as const;
const ACTOR = { id: NURSE.id, role: NURSE.role };

const boardOf = async (visit: PlayedVisit) => fromBoard(await (await visit.client('nurse')).board());

/** The visit in what a screen shows of it, without the ids that only the server gives. */
function shape(session: SessionState | undefined) {
  return {
    phase: session?.phase,
    phaseSince: session?.phaseSince,
    entries: session?.entries
      .filter(({ type }) => !type.startsWith('alarm-'))
      .map(({ type, happenedAt, data, struck }) => ({ type, happenedAt, data, struck: struck?.reason })),
  };
}

it('[OUT7] entries that wait show exactly what the server makes of them, and nothing twice when its events come', async () => {
  await using server = await startTestServer();
  const visit = await playToReady(server);
  const before = await boardOf(visit);
  const tapped: SessionCommand[] = [];
  const tap = (command: ReturnType<PlayedVisit['command']>) => void tapped.push(command as SessionCommand);
  tap(visit.command('start-infusion', { rateMlPerHour: 60 }));
  server.clock.advance(5 * MINUTE_MS);
  tap(visit.command('record-vitals', someVitals({ systolic: 131 })));
  tap(visit.command('pause-infusion', { reason: 'nausea' }));
  tap(visit.command('strike-entry', { eventId: tapped[1]?.id ?? '', reason: 'slip' }));
  const entries = tapped.map(
    (command): WaitingEntry => ({ id: command.id, sessionId: visit.sessionId, command, tappedAt: command.at, state: 'waiting' }),
  );
  const shown = withWaiting(before, entries, ACTOR);
  expect(shown.sessions.get(visit.sessionId)?.phase).toBe('paused');

  const nurse = await visit.client('nurse');
  let became = '';
  for (const command of tapped) {
    const data = command.type === 'strike-entry' ? { ...command.data, eventId: became } : command.data;
    const answer = await nurse.command(visit.sessionId, { ...command, data });
    expect(answer.status).toBe(201);
    if (command.type === 'record-vitals') became = answer.body.events[0]?.id ?? '';
  }
  const after = await boardOf(visit);
  expect(shape(shown.sessions.get(visit.sessionId))).toEqual(shape(after.sessions.get(visit.sessionId)));
  expect(withWaiting(after, entries, ACTOR)).toBe(after);
});

describe('[OUT8] what the server refuses is refused here, in the same words', () => {
  it('[OUT8] each of these, at the tap and by the server', async () => {
    await using server = await startTestServer();
    const visit = await playToInfusing(server);
    const data = await boardOf(visit);
    const wrong = [
      visit.command('start-infusion', { rateMlPerHour: 60 }),
      visit.command('resume-infusion', {}),
      visit.command('record-vitals', someVitals(), { patientId: STAFF.nurse.id }),
      visit.command('record-vitals', { systolic: 80, diastolic: 90 }),
      visit.command('record-vitals', { systolic: 1_000, diastolic: 90 }),
      visit.command('write-order', { drug: 'Ketamine', route: 'iv', doseMg: 40, concentrationMgPerMl: 1, durationMin: 40 }),
      visit.command('strike-entry', { eventId: STAFF.nurse.id, reason: 'slip' }),
    ];
    for (const command of wrong) {
      const here = refusedHere(data, visit.sessionId, command as SessionCommand, NURSE, server.now());
      const { body } = await (await visit.client('nurse')).command(visit.sessionId, command);
      expect({ type: command.type, code: here?.code, errors: here?.errors }).toEqual({
        type: command.type,
        code: body.code,
        errors: body.errors,
      });
      if (here?.errors === undefined) expect(here?.detail).toBe(body.detail);
    }
  });
});

it('[OUT12] the clinic that a tablet keeps comes back as it was: open visits, their patients, and nothing of those who left', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const data = await boardOf(visit);
  const kept = JSON.parse(JSON.stringify(toKept(data, { server: server.now(), wall: 0, speed: 1 })));
  const again = fromKept(kept);
  expect(again?.sessions).toEqual(data.sessions);
  expect(again?.clinic.protocols).toEqual(data.clinic.protocols);
  expect([...(again?.clinic.patients.keys() ?? [])]).toEqual([visit.patientId]);
  expect(fromKept({ ...kept, format: 0 })).toBeUndefined();
  const store = createClinicStore();
  if (again !== undefined) store.setState(again, true);
  expect(store.getState().position).toBe(data.position);
  await visit.say('abort-session', { reason: 'ill' });
  expect(toKept(await boardOf(visit), { server: server.now(), wall: 0, speed: 1 }).sessions).toEqual([]);
});

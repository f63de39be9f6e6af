import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { ClinicModel } from '../../server/clinic/model.ts';
import { decideSession } from '../../shared/deciding/decide-session.ts';
import { heldChair } from '../../shared/session/occupancy.ts';
import { toMs } from '../../shared/units.ts';
import { append, chairPut, NINE, NURSE, patientPut, scheduled, temporaryFolder, visitEvent } from '../contract/store-writes.ts';

const NURSES = 50;
const id = (kind: number, n: number) => `00000000-0000-7000-8000-${(kind * 1000 + n).toString(16).padStart(12, '0')}`;
const CHAIR = id(1, 1);
const visits = Array.from({ length: NURSES }, (_, n) => ({ session: id(2, n), patient: id(3, n) }));

it.each([
  ['in one turn', 0],
  ['over several turns', 7],
])('[VISIT5, LOG4] fifty patients are given the same chair at once, %s: one gets it', async (_, everySoMany) => {
  using folder = temporaryFolder();
  const config = { dataDir: folder.path, file: 'chairside.db' };
  await using store = await openStore(config);
  const clock = { now: toMs(NINE), timeZone: 'Europe/Berlin' };
  const model = await ClinicModel.open(store, clock);
  await store.submit(append([chairPut(CHAIR, '3'), ...visits.map(({ patient }) => patientPut(patient, 'A', 'B'))]));
  await store.submit(append(visits.map(({ session, patient }) => scheduled(session, { patientId: patient }))));
  const checkedIn = { identifiers: ['name' as const, 'mrn' as const], weightKg: 80 };
  await store.submit(append(visits.map(({ session }) => visitEvent(session, 'checked-in', checkedIn))));

  const answers: ReturnType<typeof store.submit>[] = [];
  for (const [n, { session, patient }] of visits.entries()) {
    if (everySoMany !== 0 && n % everySoMany === 0) await nextTurn();
    const command = { id: id(4, n), type: 'assign-chair' as const, at: NINE, patientId: patient, data: { chairId: CHAIR } };
    const state = () => model.decidable.session(session) ?? expect.fail('The visit is not known');
    const decide = () => decideSession(state(), command, model.decidable.context(NURSE, clock.now));
    answers.push(store.submit(append([], { commandId: command.id, digest: `${n}`, decide })));
  }
  const outcomes = await Promise.all(answers);
  expect(outcomes.filter((outcome) => outcome.kind === 'appended').length).toBe(1);
  expect(outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.refusal.code === 'chair-occupied').length).toBe(
    NURSES - 1,
  );
  const holders = (now: ClinicModel) => now.openSessions().filter((session) => heldChair(session) === CHAIR);
  expect(holders(model).length).toBe(1);
  await store.close();
  await using again = await openStore(config);
  expect(holders(await ClinicModel.open(again, clock)).map((session) => session.id)).toEqual(
    holders(model).map((session) => session.id),
  );
});

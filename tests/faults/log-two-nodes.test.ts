import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store, Write } from '../../db/store.ts';
import { ClinicModel } from '../../server/clinic/model.ts';
import { isClinicEvent } from '../../shared/clinic/events.ts';
import { foldClinic } from '../../shared/clinic/fold.ts';
import { decideSession } from '../../shared/deciding/decide-session.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { heldChair } from '../../shared/session/occupancy.ts';
import { toMs } from '../../shared/units.ts';
import { until } from '../contract/awkward-log.ts';
import { type AwkwardStore, awkwardPlace } from '../contract/awkward-store.ts';
import { append, chairPut, NINE, NURSE, patientPut, scheduled, visitEvent } from '../contract/store-writes.ts';

const NURSES = 12;
const id = (kind: number, n: number) => `00000000-0000-7000-8000-${(kind * 1000 + n).toString(16).padStart(12, '0')}`;
const CHAIR = id(1, 1);
const visits = Array.from({ length: NURSES }, (_, n) => ({ session: id(2, n), patient: id(3, n) }));
const clock = { now: toMs(NINE), timeZone: 'Europe/Berlin' };
const checkedIn = { identifiers: ['name' as const, 'mrn' as const], weightKg: 80 };

interface Node {
  readonly store: AwkwardStore;
  readonly model: ClinicModel;
}

/** Sends a write until it is known what became of it, as a tablet does. */
async function untilKnown(store: Store, write: Write) {
  for (;;) {
    const outcome = await store.submit(write);
    if (outcome.kind !== 'unknown') return outcome;
  }
}

/** A nurse gives her patient the one chair, on one of two nodes; sent again she may reach the other. */
async function takeChair({ store, model }: Node, n: number) {
  const { session = '', patient = '' } = visits[n] ?? {};
  const command = { id: id(4, n), type: 'assign-chair' as const, at: NINE, patientId: patient, data: { chairId: CHAIR } };
  using _known = await model.know(session);
  const decide = () => {
    const { session: find, context } = model.decidable;
    return decideSession(find(session) ?? expect.fail('The visit is not known'), command, context(NURSE, clock.now));
  };
  return untilKnown(store, append([], { commandId: command.id, digest: `${n}`, decide }));
}

async function followed(...nodes: Node[]): Promise<void> {
  await until(() => {
    for (const { store } of nodes) store.follow();
    return new Set(nodes.map(({ store }) => store.head())).size === 1;
  });
}

it('[LOG36, LOG38, VISIT5] two nodes, one log: of all who want a chair one gets it, and both nodes know the same', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), fc.array(fc.nat(1), { minLength: NURSES, maxLength: NURSES }), async (seed, where) => {
      await using place = awkwardPlace(seed, { unknown: 0.2 });
      await place.intrude([chairPut(CHAIR, '3'), ...visits.map(({ patient }) => patientPut(patient, 'A', 'B'))]);
      await place.intrude(visits.map(({ session, patient }) => scheduled(session, { patientId: patient })));
      await place.intrude(visits.map(({ session }) => visitEvent(session, 'checked-in', checkedIn)));
      await using here = await place.open();
      await using there = await place.open();
      const nodes = [here, there].map(async (store) => ({ store, model: await ClinicModel.open(store, clock) }));
      const [one, other] = await Promise.all(nodes);
      if (one === undefined || other === undefined) throw new Error('There are two nodes');

      const outcomes = await Promise.all(where.map((at, n) => takeChair(at === 0 ? one : other, n)));
      // Whoever asks again at the other node gets the same answer.
      const again = await Promise.all(where.map((at, n) => takeChair(at === 0 ? other : one, n)));
      expect(outcomes.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      expect(again.map(({ kind }) => kind)).toEqual(outcomes.map(({ kind }) => kind));
      await followed(one, other);

      const log = place.log.all();
      expect(place.log.verify().ok).toBe(true);
      expect(log.filter(({ type }) => type === 'chair-assigned')).toHaveLength(1);
      const clinic = foldClinic(log.filter(isClinicEvent));
      for (const { store, model } of [one, other]) {
        expect([store.head(), store.headHash()]).toEqual([log.length, place.log.head().hash]);
        expect(model.clinic).toEqual(clinic);
        expect(model.openSessions().filter((session) => heldChair(session) === CHAIR)).toHaveLength(1);
        for (const { session } of visits) {
          const stored = log.filter(isSessionEvent).filter(({ stream }) => stream === `session/${session}`);
          expect(model.session(session)).toEqual(foldSession(stored));
        }
      }
    }),
    { seed: 20261126, numRuns: 25, endOnFailure: true },
  ));

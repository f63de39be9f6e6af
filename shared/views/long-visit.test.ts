import { expect, it } from 'vitest';
import { aVisit, CLINIC, IV, minute } from '../../tests/support/given-visit.ts';
import { reconcileAlarms } from '../alarms/reconcile.ts';
import type { Recorded } from '../log/event.ts';
import type { SessionEvent } from '../session/events.ts';
import { evolveSession } from '../session/evolve.ts';
import { growthOf, withOneMore } from '../session/growing-list.ts';
import type { AnyEntry, SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';
import { summarizeSession } from './session-summary.ts';

/** Entries that were looked at, each as often as one of its members was asked for. */
let looks = 0;

function counted(entry: AnyEntry): AnyEntry {
  return new Proxy(entry, {
    get(target, key, receiver): unknown {
      looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
}

/** The visit after one more reading, its entry counted: evolved from a copy of the list, so that the list itself grows by the counted one. */
function after(before: SessionState, event: SessionEvent): SessionState {
  const next = evolveSession({ ...before, entries: before.entries.slice() }, event);
  const newest = next.entries.at(-1);
  if (newest === undefined) throw new Error('A reading is an entry');
  return { ...next, entries: withOneMore(before.entries, counted(newest)) };
}

function reading(before: SessionState, n: number): SessionEvent {
  const event: Recorded<'vitals-recorded', { systolic: number; diastolic: number; spo2: number }> = {
    position: before.position + 1,
    id: `reading-${n}`,
    stream: `session/${before.id}`,
    streamPosition: before.streamPosition + 1,
    type: 'vitals-recorded',
    version: 1,
    happenedAt: minute(1 + n),
    recordedAt: minute(1 + n),
    actor: { id: 'nurse', role: 'nurse' },
    commandId: `command-${n}`,
    data: { systolic: 118 + (n % 5), diastolic: 76, spo2: 97 },
  };
  return event;
}

it('[LOG45] the 700th reading of a visit costs what the 7th costs: what is worked out of the visit goes on from there', () => {
  let state = aVisit().infusing().state;
  const cost: number[] = [];
  for (let n = 0; n < 700; n++) {
    const before = looks;
    state = after(state, reading(state, n));
    summarizeSession(state, CLINIC);
    reconcileAlarms(state, IV, toMs(minute(1 + n)), (name) => name);
    cost.push(looks - before);
  }
  expect(cost[6]).toBeGreaterThan(0);
  expect(cost[699]).toBe(cost[6]);
  expect(summarizeSession(state, CLINIC)).toMatchObject({ maxSystolic: 122, minSpo2: 97, vitalsDue: 700, vitalsOnTime: 700 });
});

it('[LOG45] an event makes the list of entries grow from the one before; a visit that goes on twice from one place is two', () => {
  const before = aVisit().infusing().state;
  const [once, twice] = [evolveSession(before, reading(before, 1)), evolveSession(before, reading(before, 2))];
  expect(growthOf(once.entries)).toBe(growthOf(before.entries));
  expect(growthOf(twice.entries)).not.toBe(growthOf(before.entries));
});

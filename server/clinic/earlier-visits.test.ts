import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SpelledEvent } from '../../db/store.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { NINE, NURSE, scheduled, visitEvent } from '../../tests/contract/store-writes.ts';
import { spelled } from '../../tests/support/spelled.ts';
import { EarlierVisits } from './earlier-visits.ts';
import type { SpelledSessionEvent } from './held-session.ts';

const visit = randomUUID();

function eventsOf(id: string, notes: number): SpelledSessionEvent[] {
  const events = [scheduled(id), ...Array.from({ length: notes }, (_, n) => visitEvent(id, 'note-added', { text: `${n}` }))];
  return events
    .map((event, n) =>
      spelled({
        ...event,
        position: n + 1,
        id: `${id.slice(0, -4)}${String(n).padStart(4, '0')}`,
        streamPosition: n + 1,
        recordedAt: NINE,
        actor: NURSE,
        commandId: randomUUID(),
      }),
    )
    .filter(isSessionEvent);
}

/** A log whose answer comes when the test says so. */
function lateLog() {
  const answers: ((events: readonly SpelledEvent[]) => void)[] = [];
  return {
    asked: () => answers.length,
    answer: (events: readonly SpelledEvent[]) => answers.shift()?.(events),
    eventsOf: () => new Promise<readonly SpelledEvent[]>((resolve) => answers.push(resolve)),
  };
}

it('[LOG38] what is stored of a visit while it is being read is there once, whether the log answered with it or without', async () => {
  const all = eventsOf(visit, 4);
  for (const answered of [2, 3, 4, 5]) {
    const log = lateLog();
    const visits = new EarlierVisits(log, () => false);
    const both = [visits.load(visit), visits.load(visit)];
    for (const event of all.slice(2)) visits.follow(event);
    expect(log.asked()).toBe(1);
    log.answer(all.slice(0, answered));
    const [held, same] = await Promise.all(both);
    expect(held?.events.map(({ json }) => json)).toEqual(all.map(({ json }) => json));
    expect(same).toBe(held);
  }
});

it('[LOG38] a visit that a decision waits for stays in memory, whatever else is asked for', async () => {
  const wanted = new Set<string>([visit]);
  const visits = new EarlierVisits({ eventsOf: async (stream) => eventsOf(stream.slice('session/'.length), 0) }, (id) =>
    wanted.has(id),
  );
  await visits.load(visit);
  for (let n = 0; n < 100; n += 1) await visits.load(randomUUID());
  expect(visits.has(visit)).toBe(true);
  wanted.clear();
  for (let n = 0; n < 100; n += 1) await visits.load(randomUUID());
  expect(visits.has(visit)).toBe(false);
});

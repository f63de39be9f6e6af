import { expect, it } from 'vitest';
import { awkwardPlace } from '../contract/awkward-store.ts';
import { startTestServer } from '../support/builders.ts';
import { playToCheckedIn, playToInfusing, someVitals } from '../support/play-visit.ts';
import { PATIENTS } from '../support/small-clinic.ts';

it('[LOG35, OUT3] an entry in doubt is answered as such, and sent again by the tablet it is stored once', async () => {
  for (const fate of ['stored', 'not-stored', 'late'] as const) {
    await using place = awkwardPlace(7);
    await using server = await startTestServer({ store: await place.open() });
    const visit = await playToCheckedIn(server, { patientId: PATIENTS[1].id });
    await server.running.watch.settled();
    const nurse = await server.as('nurse');
    const entry = visit.command('add-note', { text: 'asleep' });
    place.doubt(fate);
    const first = await nurse.command(visit.sessionId, entry);
    expect([first.status, first.body.code, first.body.rule]).toEqual([503, 'outcome-unknown', 'LOG35']);
    expect(first.headers.get('retry-after')).toBe('1');
    const again = await nurse.command(visit.sessionId, entry);
    expect([200, 201]).toContain(again.status);
    const stored = place.log.all().filter(({ commandId }) => commandId === entry.id);
    expect(stored).toEqual(again.body.events);
    const timeline = await nurse.timeline(visit.sessionId);
    expect(timeline.filter(({ commandId }) => commandId === entry.id)).toEqual(stored);
  }
});

it('[LOG35, ALARM51] an alarm in doubt is announced again and raised once', async () => {
  for (const fate of ['stored', 'not-stored', 'late'] as const) {
    await using place = awkwardPlace(8);
    const store = await place.open();
    await using server = await startTestServer({ store });
    const visit = await playToInfusing(server, { patientId: PATIENTS[1].id });
    await server.running.watch.settled();
    const stop = store.onCommit(() => {
      stop();
      place.doubt(fate);
    });
    await visit.say('record-vitals', someVitals({ spo2: 88 }));
    await server.running.watch.settled();
    server.clock.advance(2_000);
    await server.running.watch.settled();
    expect(place.log.all().filter(({ type }) => type === 'alarm-raised')).toHaveLength(1);
    expect(server.services.model.session(visit.sessionId)?.alarms).toHaveLength(1);
  }
});

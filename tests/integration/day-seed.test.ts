import { beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '../../shared/clinic/calendar-day.ts';
import { clinicCommandSchema } from '../../shared/clinic/commands.ts';
import { streamId } from '../../shared/log/event.ts';
import { scheduleSessionSchema, sessionCommandSchema } from '../../shared/session/commands.ts';
import { isSessionEvent } from '../../shared/session/events.ts';
import { evolveSession } from '../../shared/session/evolve.ts';
import { heldBay, heldChair, isOver, isPresent } from '../../shared/session/occupancy.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../shared/units.ts';
import { boardLayout } from '../../shared/views/board.ts';
import { vitalsPunctuality } from '../../shared/views/punctuality.ts';
import { baselineOf, bloodPressures, firstDrugAt } from '../../shared/vitals/latest.ts';
import { type DemoVisit, demoLog } from '../support/demo-log.ts';

const TIME_ZONE = 'America/New_York';
const NOW = '2026-11-24T15:07:00.000Z';
const SLOW = 120_000;

let demo: ReturnType<typeof demoLog>;
let past: DemoVisit[];

beforeAll(() => {
  demo = demoLog({ seed: 7, now: NOW, timeZone: TIME_ZONE });
  const today = dayAt(toMs(NOW), TIME_ZONE);
  past = demo.visits.filter(({ state }) => dayAt(toMs(state.plannedStart), TIME_ZONE) < today);
}, SLOW);

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

it(
  '[DAY1] the same seed gives the same log, another one another',
  () => {
    const short = { now: NOW, timeZone: TIME_ZONE, weeks: 1 };
    const log = JSON.stringify(demoLog({ seed: 7, ...short }).writes);
    expect(JSON.stringify(demoLog({ seed: 7, ...short }).writes)).toBe(log);
    expect(JSON.stringify(demoLog({ seed: 8, ...short }).writes)).not.toBe(log);
  },
  SLOW,
);

describe('the log of the demo', () => {
  it('[DAY2] counts on without gaps, and time never runs back', () => {
    let before = '';
    for (const [place, { position, recordedAt, happenedAt }] of demo.events.entries()) {
      expect(position).toBe(place + 1);
      expect(recordedAt >= before).toBe(true);
      expect(toMs(happenedAt)).toBeLessThanOrEqual(toMs(recordedAt) + MINUTE_MS);
      before = recordedAt;
    }
    expect(before <= NOW).toBe(true);
  });

  it('[DAY2] every command fits the schema that a real one has to fit', () => {
    const password = 'not kept';
    const wrong = demo.writes.flatMap(({ body, actor }) => {
      if (actor.role === 'system' || typeof body !== 'object' || body === null) return [];
      const isSignature = Reflect.get(body, 'type') === 'sign-record';
      const sent = isSignature ? { ...body, data: { ...Reflect.get(body, 'data'), password } } : body;
      const schemas = [sessionCommandSchema, scheduleSessionSchema, clinicCommandSchema];
      return schemas.some((schema) => schema.safeParse(sent).success) ? [] : [JSON.stringify(body)];
    });
    expect(wrong).toEqual([]);
    expect(JSON.stringify(demo.writes)).not.toContain('chairside-demo');
  });

  it('[DAY2] no chair, bay or patient is ever in two visits', () => {
    const sessions = new Map<string, SessionState>();
    const holders = new Map<string, string>();
    for (const event of demo.events) {
      if (!isSessionEvent(event)) continue;
      const id = streamId(event.stream);
      const before = sessions.get(id);
      const after = evolveSession(before, event);
      if (after === undefined) throw new Error(`${id} does not begin`);
      for (const held of before === undefined ? [] : placesOf(before)) holders.delete(held);
      for (const held of placesOf(after)) {
        expect(holders.get(held) ?? id).toBe(id);
        holders.set(held, id);
      }
      sessions.set(id, after);
    }
  });

  it('[DAY3] holds three months of at least 600 past visits, on weekdays between 8 and 17', () => {
    expect(past.length).toBeGreaterThanOrEqual(600);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
    for (const { state } of past) {
      const times = state.entries
        .filter(({ type }) => type === 'checked-in' || type === 'infusion-started' || type === 'discharged')
        .map(({ happenedAt }) => toMs(happenedAt));
      for (const ms of [toMs(state.plannedStart), ...times]) {
        const parts = clock.formatToParts(ms);
        const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
        expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']).toContain(part('weekday'));
        expect(Number(part('hour'))).toBeGreaterThanOrEqual(7);
        expect(Number(part('hour'))).toBeLessThan(18);
      }
      expect(isOver(state.phase)).toBe(true);
    }
    expect(toMs(NOW) - Math.min(...past.map(({ state }) => toMs(state.plannedStart)))).toBeGreaterThan(85 * 24 * 60 * MINUTE_MS);
  });

  it('[DAY4] pressure, punctuality and alarms are as a clinic sees them', () => {
    const given = past.filter(({ state }) => state.phase === 'discharged' && firstDrugAt(state) !== undefined);
    const rises = given.flatMap(({ state }) => {
      const baseline = baselineOf(state);
      const from = toMs(firstDrugAt(state) ?? NOW);
      if (baseline === undefined) return [];
      return bloodPressures(state).map(({ at, systolic, diastolic }) => ({
        minute: (toMs(at) - from) / MINUTE_MS,
        systolic: systolic - baseline.systolic,
        diastolic: diastolic - baseline.diastolic,
      }));
    });
    const peak = rises.filter(({ minute }) => minute >= 30 && minute <= 40);
    expect(mean(peak.map(({ systolic }) => systolic))).toBeGreaterThan(5);
    expect(mean(peak.map(({ systolic }) => systolic))).toBeLessThan(10);
    expect(mean(peak.map(({ diastolic }) => diastolic))).toBeGreaterThan(4);
    expect(mean(peak.map(({ diastolic }) => diastolic))).toBeLessThan(8);
    expect(Math.abs(mean(rises.filter(({ minute }) => minute > 90).map(({ systolic }) => systolic)))).toBeLessThan(2);

    const punctual = given.map(({ state }) => {
      const protocol = demo.clinic.protocols.get(state.protocolId)?.[0];
      if (protocol === undefined) throw new Error('no protocol');
      return vitalsPunctuality(state, protocol);
    });
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const onTime = sum(punctual.map((one) => one.onTime)) / sum(punctual.map(({ due }) => due));
    expect(onTime).toBeGreaterThan(0.9);
    expect(onTime).toBeLessThan(0.97);
    const alarms = mean(given.map(({ state }) => state.alarms.length));
    expect(alarms).toBeGreaterThan(0.5);
    expect(alarms).toBeLessThan(1.2);
  });

  it('[DAY4] what goes wrong in a clinic has gone wrong here too', () => {
    const types = new Set(demo.events.map(({ type }) => type));
    for (const type of [
      'infusion-paused', 'infusion-resumed', 'rate-changed', 'entry-corrected', 'entry-struck', 'session-cancelled', 'session-aborted',
      'check-overridden', 'physician-called', 'call-answered', 'medication-given', 'symptom-recorded', 'handed-over',
      'alarm-raised', 'alarm-acknowledged', 'alarm-escalated', 'alarm-cleared', 'record-signed', 'outcome-recorded', 'dose-given',
    ]) // biome-ignore format: a list
      expect(types).toContain(type);
    const stopped = past.filter(({ state }) =>
      state.entries.some((entry) => entry.type === 'infusion-ended' && entry.data.outcome === 'stopped-early'),
    );
    expect(stopped.length).toBeGreaterThan(2);
    const late = demo.events.filter(
      ({ type, happenedAt, recordedAt }) => type === 'vitals-recorded' && toMs(recordedAt) - toMs(happenedAt) > 3 * MINUTE_MS,
    );
    expect(late.length).toBeGreaterThan(5);
  });

  it('[DAY4] names are of many kinds, and each person is there once', () => {
    const names = [...demo.clinic.patients.values()].map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(28);
    expect(names.filter((name) => /[^\p{ASCII}]/u.test(name)).length).toBeGreaterThan(15);
  });
});

it.each(['2026-11-24T15:07:00.000Z', '2026-11-22T03:20:00.000Z', '2027-01-01T23:59:30.000Z'])(
  '[DAY5] a day is running at %s, whatever the clock on the wall shows',
  (now) => {
    const { clinic, visits } = demoLog({ seed: 7, now, timeZone: TIME_ZONE, weeks: 2 });
    const states = visits.map(({ state }) => state);
    const around = (hours: number) => new Date(toMs(now) + hours * 3_600_000).toISOString();
    const layout = boardLayout(clinic, states, around(-12), around(12));
    const phases = states.filter(isPresent).map(({ phase }) => phase);
    expect(layout.chairs.length).toBe(12);
    expect(layout.bays.length).toBe(5);
    expect(layout.chairs.filter(({ sessionId }) => sessionId !== undefined).length).toBeGreaterThanOrEqual(5);
    expect(layout.bays.filter(({ sessionId }) => sessionId !== undefined).length).toBeGreaterThanOrEqual(2);
    expect(phases.filter((phase) => phase === 'infusing' || phase === 'paused').length).toBeGreaterThanOrEqual(3);
    expect(layout.arrivals.length).toBeGreaterThanOrEqual(4);
    const doneToday = states.filter(({ phase, phaseSince }) => phase === 'discharged' && phaseSince > around(-5));
    expect(doneToday.length).toBeGreaterThanOrEqual(3);
  },
  SLOW,
);

function placesOf(session: SessionState): string[] {
  const patient = isPresent(session) ? [`patient ${session.patientId}`] : [];
  return [heldChair(session), heldBay(session), ...patient].filter((place) => place !== undefined);
}

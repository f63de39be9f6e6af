import { deepStrictEqual } from 'node:assert/strict';
import type { SessionEvent } from '../../shared/session/events.ts';
import { MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import { answerOf } from './answer-of.ts';
import type { TestServer } from './builders.ts';
import {
  type ExpectedAlarm,
  expectedAlarms,
  INTERVAL_MIN,
  LONG_OVERDUE_MIN,
  OVERDUE_MIN,
  overdueSigns,
} from './clinical-limits.ts';
import { anOrder, type PlayedVisit, playToCheckedIn, type VisitOptions } from './play-visit.ts';
import type { RealReading } from './real-record.ts';
import { PROTOCOLS } from './small-clinic.ts';

/** Minute 0 of the record on the test's clock. */
export const RECORD_BEGINS = '2026-11-24T00:00:00.000Z';

/** The instant of a minute of the record. */
export function instantOf(minute: number): string {
  return toInstant(toMs(RECORD_BEGINS) + minute * MINUTE_MS);
}

/** Alarms that are up, by the number or what else the alarm is about, as the record of the visit says. */
export type Cards = ReadonlyMap<string, string>;

export interface Watching {
  /** After each reading: the visit, what was read, the alarms that are up, and the priorities of their cards on a screen. */
  readonly onReading?: (visit: PlayedVisit, reading: RealReading, up: Cards, cards: readonly string[]) => Promise<void>;
  /** When a reading has become overdue; `priority` is that of the card. */
  readonly onOverdue?: (visit: PlayedVisit, priority: 'low' | 'medium') => Promise<void>;
  /** At least every quarter of an hour of the test's clock: a screen that nobody touches is signed out. */
  readonly onWait?: () => Promise<unknown>;
}

/**
 * Plays one visit with real readings through HTTP: the first is the baseline, the others come at their own minutes while the drug
 * runs for `durationMin`. After each one, and at each moment at which a reading becomes overdue, the alarms in the visit's record
 * are held against those worked out from the clinical tables; throws at the first difference. High ones are acknowledged at once.
 */
export async function playRecord(
  server: TestServer,
  readings: readonly RealReading[],
  options: VisitOptions & { readonly durationMin: number },
  watching: Watching = {},
): Promise<PlayedVisit> {
  const [baseline, ...rest] = readings;
  if (baseline === undefined) throw new Error('There is no reading');
  await until(server, baseline.minute, watching);
  const visit = await playToCheckedIn(server, options);
  const log = new AlarmLog(visit);
  await makeReady(visit, baseline, options.durationMin);
  await log.holds(expectedAlarms(baseline, undefined));
  await watching.onReading?.(visit, baseline, log.cards, log.onScreen);
  const played = [baseline];
  for (const reading of rest) {
    await waitFor(visit, log, played, reading.minute, watching);
    played.push(reading);
    await visit.say('record-vitals', reading.data);
    await visit.say('record-observation', { moaas: 5 });
    const expected = new Map([...expectedAlarms(reading, baseline.data.systolic), ...overdueSigns(played, reading.minute)]);
    await log.holds(expected);
    await watching.onReading?.(visit, reading, log.cards, log.onScreen);
    await log.acknowledgeHigh();
    await log.holds(expected);
  }
  return visit;
}

/** Ends the drug and sends the patient home on a physician's word: the record goes on at once with the next visit. */
export async function endVisit(visit: PlayedVisit): Promise<void> {
  await visit.say('end-infusion', { outcome: 'stopped-early', reason: 'The record ends here' });
  const reason = 'Stays with us: the next visit follows at once';
  await visit.say('discharge', { override: { reason } }, { as: 'physician' });
}

async function makeReady(visit: PlayedVisit, baseline: RealReading, durationMin: number): Promise<void> {
  for (const item of PROTOCOLS.iv.checklist) await visit.say('answer-checklist', answerOf(item));
  await visit.say('write-order', anOrder({ durationMin }), { as: 'physician' });
  await visit.say('confirm-order', {}, { as: 'nurse2' });
  await visit.say('record-vitals', baseline.data);
  await visit.say('record-observation', { moaas: 5 });
  const { systolic, diastolic } = baseline.data;
  // Hold above 140/90: a physician decides.
  if (systolic > 140 || diastolic > 90)
    await visit.say('override-check', { item: 'baseline-vitals', reason: 'As on the days before' }, { as: 'physician' });
  // 40 mg at 1 mg/mL.
  await visit.say('start-infusion', { rateMlPerHour: Math.round((40 / (durationMin / 60)) * 10) / 10 });
}

/** Moves the clock to the next reading, and stops on the way wherever the reading becomes overdue. */
async function waitFor(
  visit: PlayedVisit,
  log: AlarmLog,
  played: readonly RealReading[],
  minute: number,
  watching: Watching,
): Promise<void> {
  const { server } = visit;
  const lastMinute = played.at(-1)?.minute ?? 0;
  const steps = [
    [OVERDUE_MIN, 'low'],
    [LONG_OVERDUE_MIN, 'medium'],
  ] as const;
  for (const [after, priority] of steps) {
    if (minute - lastMinute < after) break;
    await until(server, lastMinute + after - 1 / 60, watching);
    const before = new Map(log.cards);
    for (const [sign, overdue] of overdueSigns(played, lastMinute + after - 1 / 60)) before.set(sign, overdue.priority);
    await log.read();
    deepStrictEqual([...log.cards], [...before].sort(), `nothing new ${after} min after the reading, less a second`);
    await until(server, lastMinute + after, watching);
    await log.becomesOverdue(priority, instantOf(lastMinute + INTERVAL_MIN), instantOf(lastMinute + after));
    await watching.onOverdue?.(visit, priority);
  }
  await until(server, minute, watching);
}

const WAIT_MS = 15 * MINUTE_MS;

async function until(server: TestServer, minute: number, { onWait }: Watching): Promise<void> {
  const untilMs = toMs(RECORD_BEGINS) + Math.round(minute * MINUTE_MS);
  while (server.clock.now() < untilMs) {
    await server.running.watch.settled();
    server.clock.advance(Math.min(WAIT_MS, untilMs - server.clock.now()));
    await server.running.watch.settled();
    await onWait?.();
  }
}

/** The alarms of a visit as its own record tells them, read again from the timeline each time. */
class AlarmLog {
  readonly #visit: PlayedVisit;
  #up = new Map<
    string,
    { readonly card: string; readonly cause: string; priority: string; position: number; acknowledged: boolean }
  >();
  #seen = 0;

  constructor(visit: PlayedVisit) {
    this.#visit = visit;
  }

  /** Priority by card. */
  get cards(): Cards {
    return new Map([...this.#up.values()].map(({ card, priority }) => [card, priority] as const).sort());
  }

  /** What one reading raised is one card, with its most urgent priority; what was answered of it is another. */
  get onScreen(): readonly string[] {
    const cards = new Map<string, string>();
    for (const { cause, acknowledged, priority } of this.#up.values()) {
      const key = `${cause}/${acknowledged}`;
      if (cards.get(key) !== 'high') cards.set(key, cards.get(key) === 'medium' && priority === 'low' ? 'medium' : priority);
    }
    return [...cards.values()].sort();
  }

  /** Reads what is new; gives the alarms that were raised since. */
  async read(): Promise<Extract<SessionEvent, { type: 'alarm-raised' | 'alarm-escalated' }>[]> {
    await this.#visit.server.running.watch.settled();
    const events = await (await this.#visit.client('nurse')).timeline(this.#visit.sessionId);
    const news = events.slice(this.#seen);
    this.#seen = events.length;
    const raised = [];
    for (const event of news) {
      if (event.type === 'alarm-raised' || event.type === 'alarm-escalated') {
        const { alarmId, of, kind, priority, causeEventId: cause = alarmId } = event.data;
        const known = this.#up.get(alarmId);
        const worse = event.type === 'alarm-raised' || event.data.to === 'worse';
        const position = worse ? event.position : (known?.position ?? event.position);
        this.#up.set(alarmId, {
          card: of ?? kind,
          cause,
          priority,
          position,
          acknowledged: !worse && known?.acknowledged === true,
        });
        if (worse) raised.push(event);
      } else if (event.type === 'alarm-acknowledged') {
        const known = this.#up.get(event.data.alarmId);
        if (known !== undefined) known.acknowledged = true;
      } else if (event.type === 'alarm-cleared') this.#up.delete(event.data.alarmId);
    }
    return raised;
  }

  /** The cards are exactly those expected, and what was raised just now says the value and the limit. */
  async holds(expected: ReadonlyMap<string, ExpectedAlarm>): Promise<void> {
    const raised = await this.read();
    deepStrictEqual([...this.cards], [...expected].map(([card, { priority }]) => [card, priority]).sort());
    for (const { data } of raised) {
      const { value, limit } = expected.get(data.of ?? data.kind) ?? {};
      deepStrictEqual([data.value, data.limit], [value, limit]);
    }
  }

  async becomesOverdue(priority: 'low' | 'medium', dueAt: string, at: string): Promise<void> {
    const raised = (await this.read()).filter(({ data }) => data.kind === 'vitals-overdue');
    deepStrictEqual(
      raised.map(({ data, happenedAt }) => [data.priority, data.dueAt, happenedAt]),
      [[priority, dueAt, at]],
    );
    deepStrictEqual(this.cards.get('vitals-overdue'), priority);
  }

  async acknowledgeHigh(): Promise<void> {
    for (const [alarmId, { priority, position, acknowledged }] of this.#up)
      if (priority === 'high' && !acknowledged) await this.#visit.say('acknowledge-alarm', { alarmId, position });
  }
}

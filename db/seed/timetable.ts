import type { Day } from '../../shared/clinic/calendar-day.ts';
import type { Plan } from '../../shared/clinic/records.ts';
import { type Id, MINUTE_MS } from '../../shared/units.ts';
import { timeOn } from './clinic-time.ts';
import type { Random } from './random.ts';
import type { SeedSeries } from './series.ts';

/** A visit that will be put on the list at `saidMs`. */
export interface PlannedVisit {
  readonly saidMs: number;
  readonly plannedMs: number;
  readonly plan: Plan;
  readonly chairId: Id;
  /** The screens of a demo begin with it: nobody cancels and nothing is stopped early; in one the pressure rises too far. */
  readonly must: 'take-place' | 'show-an-alarm' | undefined;
}

const FIRST_HOUR = 8.25;
const LAST_HOUR = 15;
const FIVE_MIN_MS = 5 * MINUTE_MS;

/** The visits of the past weekdays, each put on the list on the afternoon before. Nobody comes twice a day. */
export function pastVisits(
  lot: Random,
  series: readonly SeedSeries[],
  weekdays: readonly Day[],
  chairIds: readonly Id[],
  timeZone: string,
): PlannedVisit[] {
  return weekdays.flatMap((day, place) => {
    const plans = series.filter(({ days }) => days.includes(day)).map(({ plan }) => plan);
    const before = weekdays[place - 1];
    // The clinic was set up in the morning of the first day.
    const saidMs = before === undefined ? timeOn(day, 7.2, timeZone) : timeOn(before, 16.5, timeZone);
    // Sprays are watched for two hours: they come first.
    const inOrder = lot.shuffled(plans).sort((a, b) => Number(b.route === 'nasal') - Number(a.route === 'nasal'));
    const chairs = lot.shuffled(chairIds);
    const stepHours = (LAST_HOUR - FIRST_HOUR) / Math.max(plans.length, 12);
    return inOrder.map((plan, n) => ({
      saidMs: saidMs + n * 20_000,
      plannedMs: roundTo(timeOn(day, FIRST_HOUR + n * stepHours, timeZone), FIVE_MIN_MS),
      plan,
      chairId: at(chairs, n),
      must: undefined,
    }));
  });
}

/**
 * When the visits of the running day are planned, in minutes from now: some are over, some recover, most sit in chairs, the rest
 * are expected.
 */
const TODAY_MIN = [
  -212, -203, -195, -186, -178, -170, -163, -114, -103, -93, -82, -48, -42, -36, -31, -26, -20, -14, -8, -2, 4, 10, 15, 24, 33,
  43, 54, 65, 77,
];

/** The one whose pressure stands out when the demo starts: at the peak of the drug by then. */
const ALARM_MIN = -36;

/** The visits of the running day around `nowMs`, whatever the time on the wall. */
export function todaysVisits(lot: Random, plans: readonly Plan[], chairIds: readonly Id[], nowMs: number): PlannedVisit[] {
  const chosen = lot.shuffled(plans);
  const saidMs = nowMs + ((TODAY_MIN[0] ?? 0) - 60) * MINUTE_MS;
  return TODAY_MIN.flatMap((minute, n) => {
    const plan = chosen[n];
    if (plan === undefined) return [];
    const plannedMs = nowMs + minute * MINUTE_MS;
    return [
      {
        saidMs: saidMs + n * 15_000,
        plannedMs: roundTo(plannedMs, MINUTE_MS),
        plan,
        chairId: at(chairIds, n * 5),
        must: minute === ALARM_MIN ? 'show-an-alarm' : minute > -120 && minute < 20 ? 'take-place' : undefined,
      },
    ];
  });
}

function at(ids: readonly Id[], n: number): Id {
  const id = ids[n % ids.length];
  if (id === undefined) throw new RangeError('There is no chair');
  return id;
}

function roundTo(ms: number, stepMs: number): number {
  return Math.round(ms / stepMs) * stepMs;
}

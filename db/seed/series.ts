import { type Day, daysBetween } from '../../shared/clinic/calendar-day.ts';
import type { Plan } from '../../shared/clinic/records.ts';
import type { Id } from '../../shared/units.ts';
import type { Random } from './random.ts';

/** A plan, and the past days on which its infusions took place. */
export interface SeedSeries {
  readonly plan: Plan;
  readonly days: readonly Day[];
}

interface Template {
  readonly indication: Plan['indication'];
  readonly route: Plan['route'];
  readonly infusions: number;
  readonly spacingDays: number;
  readonly doseMgPerKg?: number;
  readonly doseMg?: number;
}

/** Source: clinical tables "Outcome scales": 6 in 2 weeks, 8 twice a week, esketamine twice weekly. Doses are this demo clinic's. */
const TEMPLATES: readonly (readonly [weight: number, template: Template])[] = [
  [30, { indication: 'PTSD', route: 'iv', infusions: 6, spacingDays: 2, doseMgPerKg: 0.5 }],
  [26, { indication: 'MDD', route: 'iv', infusions: 8, spacingDays: 3, doseMgPerKg: 0.5 }],
  [10, { indication: 'OCD', route: 'iv', infusions: 6, spacingDays: 3, doseMgPerKg: 0.5 }],
  [9, { indication: 'anxiety', route: 'iv', infusions: 6, spacingDays: 3, doseMgPerKg: 0.5 }],
  [9, { indication: 'chronic pain', route: 'iv', infusions: 6, spacingDays: 3, doseMgPerKg: 0.6 }],
  [10, { indication: 'MDD', route: 'nasal', infusions: 8, spacingDays: 3, doseMg: 56 }],
  [6, { indication: 'MDD', route: 'im', infusions: 6, spacingDays: 3, doseMgPerKg: 0.5 }],
];

/** Infusions of a maintenance plan: enough that none runs out while a demo is open. */
const MAINTENANCE_INFUSIONS = 24;

/** How many visits each past day has so far. */
export type DayLoad = Map<Day, number>;
/** More than that the clinic does not take on a day. */
const FULL_DAY = 15;

/**
 * The plans of one patient over the past weekdays (oldest first): a first series that began some time in the last months or
 * before, then maintenance. Those who began lately are still in their series.
 */
export function seriesOf(
  lot: Random,
  patientId: Id,
  protocolIds: Readonly<Record<Plan['route'], Id>>,
  weekdays: readonly Day[],
  load: DayLoad,
  madeMs: number,
): SeedSeries[] {
  const template = lot.weighted(TEMPLATES);
  const planOf = (more: Pick<Plan, 'infusions' | 'spacingDays' | 'doneBefore' | 'state'>): Plan => {
    const { infusions: _, spacingDays: __, ...kept } = template;
    return { id: lot.id(madeMs), patientId, protocolId: protocolIds[template.route], ...kept, ...more };
  };
  const beganBefore = lot.chance(0.4);
  const startsAt = beganBefore ? 0 : lot.int(0, weekdays.length - 2);
  const series: SeedSeries[] = [];
  let from = startsAt;
  if (!beganBefore) {
    const days = spread(lot, weekdays, load, startsAt, template.infusions, template.spacingDays);
    const isOver = days.length === template.infusions;
    const { infusions, spacingDays } = template;
    series.push({ plan: planOf({ infusions, spacingDays, doneBefore: 0, state: isOver ? 'finished' : 'active' }), days });
    if (!isOver) return series;
    from = weekdays.indexOf(days.at(-1) ?? '') + lot.int(5, 12);
  }
  const spacingDays = lot.pick([7, 7, 14, 21]);
  const days = spread(lot, weekdays, load, from + lot.int(0, 4), MAINTENANCE_INFUSIONS - 8, spacingDays);
  const doneBefore = beganBefore ? lot.int(0, 5) : 0;
  series.push({ plan: planOf({ infusions: MAINTENANCE_INFUSIONS, spacingDays, doneBefore, state: 'active' }), days });
  return series;
}

/** Up to `count` weekdays from a place on that are not full, about `spacingDays` apart. */
function spread(lot: Random, weekdays: readonly Day[], load: DayLoad, from: number, count: number, spacingDays: number): Day[] {
  const days: Day[] = [];
  let last: Day | undefined;
  for (const day of weekdays.slice(Math.max(0, from))) {
    if (days.length === count) break;
    const wanted = last === undefined || daysBetween(last, day) >= spacingDays;
    const visits = load.get(day) ?? 0;
    if (!wanted || visits >= FULL_DAY) continue;
    // Now and then a day is missed, and everything moves on.
    if (last !== undefined && lot.chance(0.08)) continue;
    load.set(day, visits + 1);
    days.push(day);
    last = day;
  }
  return days;
}

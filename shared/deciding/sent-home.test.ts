import fc from 'fast-check';
import { expect, it } from 'vitest';
import { criterionOf } from '../../tests/support/answer-of.ts';
import { aVisit, IV, minute, PHYSICIAN, type Visit } from '../../tests/support/given-visit.ts';
import { MINUTE_MS, toMs } from '../units.ts';

const SIGNS = ['systolic', 'heartRate', 'spo2', 'respiratoryRate'] as const;
const SCALES = ['moaas', 'dissociation', 'nausea', 'pain'] as const;
/** Minutes, copied by hand from the clinical tables: recovery interval and grace; a reading may be so much early; observation; end of the drug. */
const WINDOW_MIN = 17;
const APART_MIN = 13;
const OBSERVED_MIN = 60;
const DRUG_OVER_MIN = 40;

const CALM = { pressure: [124, 78], heartRate: 72, spo2: 98, respiratoryRate: 14 };
const WELL = { moaas: 5, dissociation: 0, nausea: 0, pain: 0 };
/** Mostly all of it and nothing wrong; else some of it, and anything. */
const mostly = <T extends object, K extends keyof T>(well: T, any: { [N in keyof T]: fc.Arbitrary<T[N]> }, always: K[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Partial<T> & Pick<T, K>>(well) },
    { weight: 2, arbitrary: fc.record(any, { requiredKeys: always }) },
  );

const late = fc.constantFrom(0, 0, 0, 0, 2, 9, 25);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('reading' as const),
      late,
      data: mostly(
        CALM,
        {
          pressure: fc.constantFrom([124, 78], [124, 78], [182, 96]),
          heartRate: fc.constantFrom(72, 72, 54),
          spo2: fc.constantFrom(98, 98, 91),
          respiratoryRate: fc.constantFrom(14, 14, 27),
        },
        ['pressure'],
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('seen' as const),
      late,
      data: mostly(
        WELL,
        {
          moaas: fc.constantFrom(5, 5, 5, 4),
          dissociation: fc.constantFrom(0, 0, 1, 3),
          nausea: fc.constantFrom(0, 0, 2),
          pain: fc.constantFrom(0, 0, 5),
        },
        ['moaas'],
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('score' as const), points: fc.constantFrom(2, 2, 2, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('strike' as const), which: fc.nat({ max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), which: fc.nat({ max: 30 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer-alarms' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function play(visit: Visit, what: Step, at: number): void {
  const when = (minutesLate: number) => ({ at: minute(at - minutesLate), now: minute(at) });
  const entries = visit.state.entries.filter(
    ({ type, struck }) => (type === 'vitals-recorded' || type === 'observation-recorded') && struck === undefined,
  );
  switch (what.kind) {
    case 'reading': {
      const { pressure, ...rest } = what.data;
      const [systolic = 0, diastolic = 0] = pressure;
      visit.do('record-vitals', { systolic, diastolic, ...rest }, when(what.late));
      return;
    }
    case 'seen':
      visit.do('record-observation', what.data, when(what.late));
      return;
    case 'score': {
      const items = { vitalSigns: 2, activity: what.points, nausea: 2, pain: 2, bleeding: 2 };
      visit.do('score-discharge', { scale: 'padss', items }, when(0));
      return;
    }
    case 'strike':
    case 'correct': {
      const entry = entries[what.which % Math.max(1, entries.length)];
      if (entry === undefined) return;
      if (what.kind === 'strike') visit.do('strike-entry', { eventId: entry.eventId, reason: 'other patient' }, when(0));
      else
        visit.do(
          'correct-entry',
          { eventId: entry.eventId, data: entry.type === 'vitals-recorded' ? { spo2: 97 } : { moaas: 5 } },
          when(0),
        );
      return;
    }
    case 'call':
      if (visit.try('call-physician', {}, when(0)).ok) visit.do('call-physician', {}, when(0));
      return;
    case 'answer-alarms':
      if (visit.try('answer-call', {}, { ...when(0), as: PHYSICIAN }).ok)
        visit.do('answer-call', {}, { ...when(0), as: PHYSICIAN });
      for (const { alarmId, position, kind, acknowledged, cleared } of visit.state.alarms)
        if (kind !== 'call' && acknowledged === undefined && cleared === undefined)
          visit.do('acknowledge-alarm', { alarmId, position }, when(0));
  }
}

/** What was measured or seen of one number after the drug, as [minute, value], by when it happened. */
function valuesOf(visit: Visit, name: string): [number, number][] {
  return visit.state.entries
    .flatMap((entry): [number, number][] => {
      if (entry.struck !== undefined) return [];
      if (entry.type !== 'vitals-recorded' && entry.type !== 'observation-recorded') return [];
      const value = (entry.data as Readonly<Record<string, unknown>>)[name];
      return typeof value === 'number' ? [[(toMs(entry.happenedAt) - toMs(minute(0))) / MINUTE_MS, value]] : [];
    })
    .filter(([at]) => at >= DRUG_OVER_MIN)
    .sort(([a], [b]) => a - b);
}

const WITHIN: Readonly<Record<string, (value: number) => boolean>> = {
  systolic: (value) => value <= 150,
  heartRate: (value) => value >= 55 && value <= 110,
  spo2: (value) => value >= 94,
  respiratoryRate: (value) => value >= 10 && value <= 25,
  moaas: (value) => value === 5,
  dissociation: (value) => value <= 1,
  nausea: (value) => value <= 1,
  pain: (value) => value <= 3,
};

/** Why this patient should not have gone home at a minute, worked out from the entries alone; empty when nothing speaks against it. */
function against(visit: Visit, at: number): string[] {
  const why: string[] = [];
  if (at < DRUG_OVER_MIN + OBSERVED_MIN) why.push('not observed long enough');
  for (const name of [...SIGNS, ...SCALES]) {
    const last = valuesOf(visit, name).at(-1);
    if (last === undefined || last[0] < at - WINDOW_MIN) why.push(`${name} is not of the last ${WINDOW_MIN} min after the drug`);
    else if (WITHIN[name]?.(last[1]) !== true) why.push(`${name} is ${last[1]}`);
  }
  const pressures = valuesOf(visit, 'systolic').map(([when]) => when);
  if ((pressures.at(-1) ?? 0) - (pressures[0] ?? 0) < APART_MIN) why.push('no two readings apart');
  const score = visit.state.entries.findLast(({ type, struck }) => type === 'discharge-scored' && struck === undefined);
  if (score?.type !== 'discharge-scored' || score.data.total < 9) why.push('score');
  else if ((toMs(score.happenedAt) - toMs(minute(0))) / MINUTE_MS < at - WINDOW_MIN) why.push('score is old');
  for (const alarm of visit.state.alarms)
    if (alarm.priority === 'high' && alarm.acknowledged === undefined && alarm.cleared === undefined)
      why.push(`alarm ${alarm.kind}`);
  return why;
}

it('[VISIT40, VISIT41, VISIT47] nobody goes home without evidence inside its window, whatever was late, corrected or struck', () => {
  let home = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 45 }), fc.integer({ min: 1, max: 4 }), (steps, gap) => {
      const visit = aVisit().recovering();
      let at = 42;
      for (const what of steps) {
        at += gap;
        play(visit, what, at);
        visit.watch(minute(at));
        if (at < 95) continue;
        visit.results = [];
        visit.answered({ scale: 'cssrs', total: 0, items: [0, 0, 0, 0, 0, 0], takenAt: minute(at) });
        for (const { id, result } of IV.criteria)
          if (result === undefined) visit.do('answer-criterion', criterionOf(id), { at: minute(at) });
        if (!visit.try('discharge', {}, { at: minute(at) }).ok) continue;
        home += 1;
        expect(against(visit, at)).toEqual([]);
      }
    }),
    { seed: 20261126, numRuns: 400 },
  );
  // A property that nobody reaches would prove nothing.
  expect(home).toBeGreaterThan(20);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANES, type LaneName } from '../../client/components/trend-chart/lane-scale.ts';
import { trendOf } from '../../client/components/trend-chart/trend-data.ts';
import { partsOf } from '../../client/features/session/correcting/corrected-data.ts';
import {
  CHAIR_SET,
  emptyPad,
  entriesFrom,
  firstFault,
  MORE_SET,
  type PadAction,
  pressed,
} from '../../client/features/session/pad/pad-state.ts';
import { raisedBy } from '../../client/features/session/pad/raised-by.ts';
import { newId } from '../../server/new-id.ts';
import { METRIC } from '../../shared/clinic/formats.ts';
import { LIMIT_NAMES, LIMITS, type LimitName } from '../../shared/clinic/limit-names.ts';
import type { Protocol, SignLimits } from '../../shared/clinic/protocol.ts';
import { dischargeChecks } from '../../shared/deciding/discharge.ts';
import { outsideHold } from '../../shared/deciding/holding.ts';
import { keysOf, recordOf } from '../../shared/record-of.ts';
import { alarmText } from '../../shared/session/alarm-text.ts';
import { activeAlarms } from '../../shared/session/evolve-alarms.ts';
import type { Observation, Vitals } from '../../shared/session/reading-data.ts';
import { ITEM_SCALE_NAMES, SCALE_NAMES, SCALES, type Scale, type ScaleRow, signed } from '../../shared/session/scales.ts';
import { type LimitUse, SIGN_NAMES, type Sign, signRow } from '../../shared/session/signs.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { MINUTE_MS, toMs } from '../../shared/units.ts';
import { entryText } from '../../shared/views/timeline.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';
import { type PlayedVisit, playToCheckedIn } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';

/**
 * Walks every row of SIGNS and SCALES through all that is done with a sign: from the keypad over the API into the timeline, the
 * alarms, the hold before the start, the checks before going home, the chart and the export. Nothing here names a sign of its own,
 * so a new row is walked as soon as it stands in its table.
 */

const rowOf = (name: Sign | Scale) => (isSign(name) ? signRow(name) : { ...SCALES[name], pair: undefined });
const isSign = (name: string): name is Sign => SIGN_NAMES.some((sign) => sign === name);
const usesOf = (name: Sign | Scale): LimitUse | false => rowOf(name).limits;
/** The highest value but one. */
const limitOf = (name: Sign | Scale) => {
  const { max } = rowOf(name);
  return isSign(name) ? Math.round((max - 10 ** -signRow(name).decimals) * 10) / 10 : max - 1;
};
const hasLimits = (name: Sign | Scale): name is (Sign | Scale) & LimitName => LIMIT_NAMES.some((limit) => limit === name);

/** Signs that are entered together, the walked one among them. */
const togetherWith = (sign: Sign): readonly Sign[] =>
  signRow(sign).pair === undefined ? [sign] : SIGN_NAMES.filter((other) => signRow(other).pair === signRow(sign).pair);

/** A reading with one sign at an end of its range. Its pair is within the limits, the first of it always the higher number. */
const reading = (sign: Sign, end: 'min' | 'max'): Vitals => {
  const together = togetherWith(sign);
  const numberFor = (name: Sign): number => {
    if (name === sign) return signRow(name)[end];
    return end === 'max' && together.indexOf(name) < together.indexOf(sign) ? limitOf(name) : signRow(name).min;
  };
  return Object.fromEntries(together.map((name) => [name, numberFor(name)]));
};

/** Limits of every kind that only the highest value is outside of. */
const narrow = (name: LimitName): SignLimits => {
  if (!isSign(name) && !SCALE_NAMES.some((scale) => scale === name)) return {};
  const bounds = { high: limitOf(name as Sign | Scale) };
  return { medium: bounds, hold: bounds, discharge: bounds };
};
const protocolWith = (limits: (name: LimitName) => SignLimits, version = 1): Protocol => ({
  ...PROTOCOLS.iv,
  version,
  limits: recordOf(LIMIT_NAMES, limits),
});
/** The same, of nothing but one sign: so that no other one answers in its place. */
const onlyOf = (name: LimitName) => protocolWith((other) => (other === name ? narrow(name) : {}));

const typing = (keys: string): PadAction[] => [...keys].map((key) => ({ type: 'digit', digit: Number(key) }));
const typed = (actions: readonly PadAction[], signs: readonly Sign[]) =>
  actions.reduce((pad, action) => pressed(pad, action, signs), emptyPad);

let server: TestServer;
let visit: PlayedVisit;
const state = (): SessionState => {
  const session = server.services.model.session(visit.sessionId);
  if (session === undefined) throw new Error('No such visit');
  return session;
};
const newest = () => {
  const entry = state().entries.at(-1);
  if (entry === undefined) throw new Error('Nothing was entered');
  return entry;
};
const exported = async () => (await (await visit.client('nurse')).get(`/api/sessions/${visit.sessionId}/export.csv`)).text;

beforeAll(async () => {
  server = await startTestServer();
  const published = await (await server.as('admin')).post('/api/clinic/commands', {
    id: newId(server.clock.now()),
    type: 'publish-protocol',
    at: server.now(),
    data: protocolWith(narrow, 2),
  });
  expect(published.status).toBe(201);
  visit = await playToCheckedIn(server, { patientId: PATIENTS[1].id });
});
afterAll(() => server[Symbol.asyncDispose]());

/** What the alarms say that are up because of a sign or a scale. */
async function alarmsOf(name: Sign | Scale): Promise<string[]> {
  await server.running.watch.settled();
  return activeAlarms(state())
    .filter(({ of }) => of === name)
    .map((one) => alarmText(one, METRIC));
}

/** In a visit of its own: alarm, hold and discharge of nothing, of a value that is outside, and of one that is within. */
async function expectWatched(name: Sign | Scale, say: (end: 'min' | 'max') => Promise<void>): Promise<void> {
  const before = visit;
  visit = await playToCheckedIn(server, { patientId: PATIENTS[2].id, chairId: CHAIRS[1] });
  const { label, max } = rowOf(name);
  const { alarms, holds, discharges } = rowOf(name).limits || { alarms: false, holds: false, discharges: false };
  const only = hasLimits(name) ? onlyOf(name) : protocolWith(() => ({}));
  const heldBy = () => outsideHold(state(), only)?.startsWith(`${label} ${max}`) ?? false;
  const whyOf = (check: string) => dischargeChecks(state(), only, server.clock.now(), []).find(({ id }) => id === check)?.why;
  const keptBy = () => whyOf('limits');

  try {
    expect(whyOf('evidence')).toBe(discharges ? `missing: ${label}` : undefined);
    await say('max');
    const words = (value: number) => (isSign(name) ? `${value}` : signed(SCALES[name], value));
    const shown = isSign(name) && signRow(name).unitSaid ? `${max} ${signRow(name).unit}` : words(max);
    expect(await alarmsOf(name)).toEqual(alarms ? [`${label} ${shown}, limit ${words(limitOf(name))}`] : []);
    expect(heldBy()).toBe(holds);
    expect(keptBy()?.startsWith(`${label} ${max}`) ?? false).toBe(discharges);
    await say('min');
    expect(await alarmsOf(name)).toEqual([]);
    expect(heldBy()).toBe(false);
    expect(keptBy()).toBeUndefined();
  } finally {
    await visit.say('abort-session', { reason: 'the row is walked' });
    visit = before;
  }
}

describe.each(SIGN_NAMES)('%s', (sign) => {
  const row = signRow(sign);
  const digits = (name: Sign, value: number) => String(Math.round(value * 10 ** signRow(name).decimals));

  test('[VIT22] is typed on the page that its row names, and is sent as typed', () => {
    const set = row.pad.page === 'chair' ? CHAIR_SET : MORE_SET;
    expect(set.signs).toContain(sign);
    for (const end of ['min', 'max'] as const) {
      const values = reading(sign, end);
      const keys = togetherWith(sign).flatMap((name): PadAction[] => [
        { type: 'focus', sign: name },
        ...typing(digits(name, values[name] ?? Number.NaN)),
      ]);
      const pad = typed(keys, set.signs);
      expect(firstFault(pad)).toBeUndefined();
      expect(entriesFrom(pad)).toEqual({ vitals: values });
      const raises = raisedBy(pad, protocolWith(narrow), undefined, true).some(({ of }) => of === sign);
      expect(raises).toBe(end === 'max' && row.limits !== false && (row.limits.alarms || row.limits.holds));
    }
  });

  test('[VIT22] beyond its plausible range is refused by the API, which names it', async () => {
    const step = 10 ** -row.decimals;
    for (const wrong of [row.min - step, row.max + step]) {
      const answer = await visit.try('record-vitals', { ...reading(sign, 'max'), [sign]: wrong });
      expect(answer.status).toBe(422);
      const message = `${row.label} must be between ${row.min} and ${row.max} ${row.unit}`;
      expect(answer.body.errors).toContainEqual({ path: `data.${sign}`, message });
    }
  });

  test('[VIT22] alarms, holds the start and keeps from going home as its row says', async () => {
    await expectWatched(sign, async (end) => {
      server.clock.advance(MINUTE_MS);
      await visit.say('record-vitals', reading(sign, end));
    });
  });

  test('[VIT22] stands in the timeline, in a correction, in its lane and in the export', async () => {
    server.clock.advance(MINUTE_MS);
    await visit.say('record-vitals', reading(sign, 'min'));
    const entry = newest();
    const said = togetherWith(sign).map((name) =>
      signRow(name).said.replace('#', signRow(name).min.toFixed(signRow(name).decimals)),
    );
    expect(entryText(entry, server.services.model.clinic)).toBe(said.join('/'));
    expect(partsOf(entry)).toContainEqual({ key: sign, label: row.label, unit: row.unit, now: String(row.min), text: false });
    expect(await exported()).toContain(
      `${entry.position},vitals-recorded,${entry.happenedAt},${entry.recordedAt},Ana Ruiz,nurse,${sign},${row.min},`,
    );
    const { lanes } = trendOf(state(), protocolWith(narrow), server.clock.now());
    const name: LaneName = row.pair ?? sign;
    expect(lanes.some((lane) => lane.name === name)).toBe(row.lane !== false);
    const point = lanes
      .find((lane) => lane.name === name)
      ?.runs.at(-1)
      ?.at(-1);
    if (row.lane !== false)
      expect(point).toMatchObject({ atMs: toMs(entry.happenedAt), [row.lane === 'of-pair' ? 'low' : 'value']: row.min });
  });
});

describe.each(SCALE_NAMES)('%s', (scale) => {
  const row = SCALES[scale];
  const observed = (value: number): Observation => ({ [scale]: value });

  test('[SCORE20] is chosen on the page that its row names, and is sent as chosen', () => {
    const set = row.pad.page === 'chair' ? CHAIR_SET : MORE_SET;
    expect(set.scales).toContain(scale);
    for (const { value } of row.anchors) {
      const pad = typed([{ type: 'scale', scale, value }], set.signs);
      expect(entriesFrom(pad)).toEqual({ observation: observed(value) });
    }
    const pad = typed([{ type: 'scale', scale, value: row.max }], set.signs);
    const raises = raisedBy(pad, protocolWith(narrow), undefined, true).some(({ of }) => of === scale);
    const uses = usesOf(scale);
    expect(raises).toBe(uses !== false && (uses.alarms || uses.holds));
  });

  test('[SCORE20] takes each of its values and no other', async () => {
    for (const wrong of [row.min - 1, row.max + 1, row.min + 0.5])
      expect((await visit.try('record-observation', observed(wrong))).status).toBe(422);
    for (const { value } of row.anchors) await visit.say('record-observation', observed(value));
  });

  test('[SCORE20] alarms, holds the start and keeps from going home as its row says', async () => {
    await expectWatched(scale, async (end) => {
      server.clock.advance(MINUTE_MS);
      await visit.say('record-observation', observed(row[end]));
    });
  });

  test('[SCORE20] stands in the timeline, in a correction and in the export', async () => {
    server.clock.advance(MINUTE_MS);
    await visit.say('record-observation', observed(row.max));
    const entry = newest();
    expect(entryText(entry, server.services.model.clinic)).toBe(`${row.short} ${signed(row, row.max)}`);
    expect(partsOf(entry)).toContainEqual({ key: scale, label: row.label, unit: row.unit, now: String(row.max), text: false });
    expect(await exported()).toContain(`,nurse,${scale},${row.max},`);
  });
});

type ItemsOf = ScaleRow & { readonly items: object };
describe.each(ITEM_SCALE_NAMES)('%s', (scale) => {
  const row: ItemsOf = SCALES[scale];
  const answers = row.items.numbers.map((_, place) => place % row.items.words.length);
  const total = answers.reduce((sum, answer) => sum + answer, 0);

  test('[SCORE20] is on the page that its row names, takes all of its items, and stands in the timeline and the export', async () => {
    expect((row.pad.page === 'chair' ? CHAIR_SET : MORE_SET).itemScales).toContain(scale);
    server.clock.advance(MINUTE_MS);
    for (const wrong of [answers.slice(1), answers.map(() => row.items.words.length)])
      expect((await visit.try('record-observation', { [scale]: wrong })).status).toBe(422);
    await visit.say('record-observation', { [scale]: answers });
    expect(row.max).toBe(row.items.numbers.length * (row.items.words.length - 1));
    expect(entryText(newest(), server.services.model.clinic)).toBe(`${row.short} ${total}`);
    const lines = await exported();
    answers.forEach((answer, place) => {
      expect(lines).toContain(`,nurse,${scale}.${place},${answer},`);
    });
  });
});

test('[VIT22] what alarms has alarm limits in the protocols that a new clinic begins with', () => {
  for (const { limits } of Object.values(PROTOCOLS))
    for (const name of [...SIGN_NAMES, ...SCALE_NAMES]) {
      const uses = usesOf(name);
      const alarms = hasLimits(name) && (limits[name].medium ?? limits[name].high) !== undefined;
      expect([name, alarms]).toEqual([name, uses !== false && uses.alarms]);
    }
});

test('[VIT22] what has limits is offered where limits are set, and nothing else is', () => {
  const scales = keysOf(SCALES).filter((name) => (SCALES[name] as ScaleRow).limits !== false);
  const names = [...SIGN_NAMES.filter((name) => usesOf(name) !== false), ...scales];
  expect(LIMITS.filter(({ name }) => name !== 'systolicChangePercent')).toEqual(
    names.map((name) => {
      const { label, unit } = name in SCALES ? SCALES[name as keyof typeof SCALES] : rowOf(name as Sign);
      return { name, label, unit };
    }),
  );
});

test('[VIT22] every lane of the chart belongs to a sign', () => {
  const lanes = SIGN_NAMES.filter((sign) => typeof signRow(sign).lane === 'object');
  expect(LANES.map(({ sign }) => sign)).toEqual(lanes);
});

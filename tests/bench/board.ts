import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Running, signIn, startServer, targetOf } from './child.ts';
import { patientId } from './clinic.ts';
import { fillLog } from './fill.ts';
import { feedScreen, load } from './load.ts';
import { type Figure, ms, percentile, times } from './measure.ts';

const SMALL = 1_000;
const LARGE = 1_000_000;
const SORTS = ['-plannedStart', 'patient', '-maxSystolic', 'onTimePercent', '-deliveredMg', 'durationMin'];
const FILTERS = [
  '',
  '&indication=PTSD',
  '&status=discharged',
  '&q=Family12',
  '&flag=alarm-high',
  '&status=finished&indication=OCD',
];

/** Full board, start and history from a log of a million events, beside one of a thousand. */
export async function boardFigures(folder: string): Promise<Figure[]> {
  const [small, large] = [join(folder, 'board-small'), join(folder, 'board-large')];
  await fillLog(small, SMALL, Date.now());
  console.log('filling a log of 1,000,000 events …');
  await fillLog(large, LARGE, Date.now());
  const fromSmall = await boardOf(small);
  await using server = await startServer(large);
  const fromLarge = await boardTimes(server);
  const ratio = percentile(fromLarge, 0.5) / fromSmall;
  return [
    {
      what: 'full board of 20 sessions, 1,000,000 events',
      goal: '≤ 10 ms',
      figure: ms(percentile(fromLarge, 0.5)),
      met: percentile(fromLarge, 0.5) <= 10,
    },
    { what: '  the same beside 1,000 events', goal: '≤ 1.2 ×', figure: ms(fromSmall), ratio: times(ratio), met: ratio <= 1.2 },
    {
      what: 'start with 1,000,000 events',
      goal: '≤ 2 s',
      figure: `${(server.readyMs / 1000).toFixed(2)} s`,
      met: server.readyMs <= 2000,
    },
    ...(await historyFigures(server)),
  ];
}

async function boardOf(dataDir: string): Promise<number> {
  await using server = await startServer(dataDir);
  return percentile(await boardTimes(server), 0.5);
}

/** Times of `GET /api/board` as a client sees them, ms; the first ones warm up. */
async function boardTimes({ origin }: Running): Promise<number[]> {
  const headers = await signIn(origin);
  return timed(60, () => `${origin}/api/board`, headers);
}

async function timed(count: number, url: (n: number) => string, headers: Record<string, string>): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    const answer = await fetch(url(n), { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${answer.status} at ${url(n)}`);
    if (n >= count / 6) samples.push(performance.now() - began);
  }
  return samples;
}

/** History pages over 100,000 visits, alone and while readings are saved. */
async function historyFigures({ origin }: Running): Promise<Figure[]> {
  const headers = await signIn(origin);
  const url = (n: number) =>
    `${origin}/api/history?limit=50&sort=${SORTS[n % SORTS.length]}${FILTERS[Math.floor(n / SORTS.length) % FILTERS.length]}`;
  const pages = await timed(216, url, headers);
  const pace = { perSecond: 50, seconds: 4 };
  const target = targetOf(origin, headers, patientId);
  const alone = await load(target, feedScreen, 5, pace);
  const [meanwhile] = await Promise.all([load(target, feedScreen, 5, pace), timed(100, url, headers)]);
  const ratio = percentile(meanwhile.acknowledged, 0.5) / percentile(alone.acknowledged, 0.5);
  const p99 = percentile(pages, 0.99);
  return [
    {
      what: 'history page, filters + sort, 100,000 sessions, p99',
      goal: '≤ 30 ms',
      figure: `${ms(p99)} (p50 ${ms(percentile(pages, 0.5))})`,
      met: p99 <= 30,
    },
    {
      what: '  a vital sign saved meanwhile, p50',
      goal: '≤ 1.3 × alone',
      figure: ms(percentile(meanwhile.acknowledged, 0.5)),
      ratio: times(ratio),
      met: ratio <= 1.3,
    },
  ];
}

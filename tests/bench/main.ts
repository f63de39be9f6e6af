import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardFigures } from './board.ts';
import { signIn, startFloor, startServer, targetOf } from './child.ts';
import { patientId } from './clinic.ts';
import { fillLog } from './fill.ts';
import { firstLoadFigure } from './first-load.ts';
import { dashboardScreen, feedScreen, type LoadResult, load } from './load.ts';
import { type Figure, medianOf, ms, percentile, printFigures, times } from './measure.ts';

/** `npm run bench`: every figure beside its goal; what touches the disk as a ratio to the floor of the same run. */
const ROUNDS = 3;
const SCREENS = 50;
const STEADY = { perSecond: 50, seconds: 6 };
const FULL = { writers: 32, seconds: 4 };
/** Readings that each visit has already: what a reading costs must not grow with them. */
const LONG_VISIT = 700;

const folder = mkdtempSync(join(tmpdir(), 'chairside-bench-'));
const figures: Figure[] = [];
try {
  await fillLog(join(folder, 'small'), 1_000, Date.now());
  await fillLog(join(folder, 'long'), 1_000, Date.now(), LONG_VISIT);
  await fillLog(join(folder, 'memory'), 1_000, Date.now());
  await live();
  await memory();
  figures.push(...(await boardFigures(folder)));
  figures.push(firstLoadFigure());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printFigures(figures);

/** Floor and server by turns, so that a busy minute of the machine meets both. */
async function live(): Promise<void> {
  await using floor = await startFloor(join(folder, 'floor.db'));
  await using server = await startServer(join(folder, 'small'));
  await using long = await startServer(join(folder, 'long'));
  const headers = await signIn(server.origin);
  const toFloor = targetOf(floor.origin, {}, patientId);
  const toServer = targetOf(server.origin, headers, patientId);
  const steady: Record<'floor' | 'feed' | 'dashboard', LoadResult[]> = { floor: [], feed: [], dashboard: [] };
  const toLong = targetOf(long.origin, await signIn(long.origin), patientId);
  const full: Record<'floor' | 'server' | 'long', number[]> = { floor: [], server: [], long: [] };
  await load(toFloor, feedScreen, SCREENS, { ...STEADY, seconds: 1 });
  await load(toServer, feedScreen, SCREENS, { ...STEADY, seconds: 1 });
  for (let round = 0; round < ROUNDS; round++) {
    steady.floor.push(await load(toFloor, feedScreen, SCREENS, STEADY));
    steady.feed.push(await load(toServer, feedScreen, SCREENS, STEADY));
    steady.dashboard.push(await load(toServer, dashboardScreen, SCREENS, STEADY));
    full.floor.push((await load(toFloor, feedScreen, SCREENS, FULL)).perSecond);
    full.server.push((await load(toServer, feedScreen, SCREENS, FULL)).perSecond);
    full.long.push((await load(toLong, feedScreen, SCREENS, FULL)).perSecond);
  }
  const of = (rounds: readonly LoadResult[], which: 'acknowledged' | 'lastScreen', share: number) =>
    medianOf(rounds.map((one) => percentile(one[which], share)));
  const compare = (
    what: string,
    which: 'acknowledged' | 'lastScreen',
    door: 'feed' | 'dashboard',
    share: number,
    most: number,
  ) => {
    const [mine, floors] = [of(steady[door], which, share), of(steady.floor, which, share)];
    const ratio = mine / floors;
    figures.push({
      what,
      goal: `≤ ${most} × floor`,
      figure: `${ms(mine)} (floor ${ms(floors)})`,
      ratio: times(ratio),
      met: ratio <= most,
    });
  };
  compare('tap acknowledged, p50', 'acknowledged', 'feed', 0.5, 1.3);
  compare('tap acknowledged, p99', 'acknowledged', 'feed', 0.99, 1.5);
  compare('last of 50 screens, plain feed, p50', 'lastScreen', 'feed', 0.5, 1.3);
  compare('last of 50 screens, plain feed, p99', 'lastScreen', 'feed', 0.99, 1.5);
  compare('last of 50 screens, dashboard, p50', 'lastScreen', 'dashboard', 0.5, 1.3);
  compare('last of 50 screens, dashboard, p99', 'lastScreen', 'dashboard', 0.99, 1.5);
  const floors = medianOf(full.floor);
  for (const [what, rounds] of [
    ['writes/s, 32 writers, 50 screens', full.server],
    [`  the same with ${LONG_VISIT} readings in each visit`, full.long],
  ] as const) {
    const mine = medianOf(rounds);
    figures.push({
      what,
      goal: '≥ 2.5 × floor',
      figure: `${mine.toFixed(0)}/s (floor ${floors.toFixed(0)}/s)`,
      ratio: times(mine / floors),
      met: mine / floors >= 2.5,
    });
  }
}

/** A day at its busiest: 20 visits, 100 screens, 50 taps a second. */
async function memory(): Promise<void> {
  await using server = await startServer(join(folder, 'memory'));
  const target = targetOf(server.origin, await signIn(server.origin), patientId);
  const closers = await Promise.all(Array.from({ length: 100 }, () => dashboardScreen(target, () => undefined)));
  await load(target, feedScreen, 1, STEADY);
  const used = server.memoryMb();
  figures.push({
    what: 'server memory, 20 sessions, 100 screens, 50 taps/s',
    goal: '≤ 150 MB',
    figure: `${used.toFixed(0)} MB`,
    met: used <= 150,
  });
  for (const close of closers) close();
}

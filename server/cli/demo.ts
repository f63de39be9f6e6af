import { openStore, type StoreConfig, wipeStore } from '../../db/open.ts';
import { zoneByDay } from '../../db/seed/clinic-time.ts';
import { DEMO_SEED, isRunningDay, seedDemo } from '../../db/seed/seed-demo.ts';
import { startSimulator } from '../../db/seed/simulator/start-simulator.ts';
import { DEMO_PASSWORD, DEMO_USERNAMES } from '../../db/seed/staff.ts';
import type { Store } from '../../db/store.ts';
import { toInstant } from '../../shared/units.ts';
import { hashPassword } from '../access/passwords.ts';
import type { Config } from '../config.ts';

/** What whoever starts the demo is told. */
export const DEMO_SIGN_INS = `Demo sign-ins: ${DEMO_USERNAMES.join(', ')} · password ${DEMO_PASSWORD}`;

/**
 * Opens the demo's log. A day that stopped a few minutes ago goes on; otherwise everything is rebuilt, with a day that runs at
 * `nowMs` after so many `weeks` (three months). Records that are no demo are left as they are. `say` hears that it will take a moment.
 */
export async function openDemo(
  config: StoreConfig,
  nowMs: number,
  { timeZone, isTimeZoneNamed }: Pick<Config, 'timeZone' | 'isTimeZoneNamed'>,
  say: (line: string) => void,
  weeks?: number,
): Promise<Store> {
  const found = await openStore(config);
  if ((await isRunningDay(found, nowMs)) || (await holdsRealRecords(found))) return found;
  say('Making the demo clinic: three months of visits, and a day that is running. A few seconds …');
  const zone = isTimeZoneNamed ? timeZone : zoneByDay(nowMs, timeZone);
  if (found.head() === 0) return seeded(found, nowMs, zone, weeks);
  await found.close();
  await wipeStore(config);
  return seeded(await openStore(config), nowMs, zone, weeks);
}

/** Plays staff against the server at `url` until the returned function is called; it resolves when they have left. */
export function playDemo(url: string, onTrouble: (code: string, type: string) => void): () => Promise<void> {
  const end = new AbortController();
  const day = startSimulator({ baseUrl: url, password: DEMO_PASSWORD, seed: DEMO_SEED, signal: end.signal, onTrouble });
  const left = day.catch((error: unknown) => onTrouble(error instanceof Error ? error.name : 'failed', 'simulator'));
  return () => {
    end.abort();
    return left;
  };
}

async function seeded(store: Store, nowMs: number, timeZone: string, weeks: number | undefined): Promise<Store> {
  try {
    const more = weeks === undefined ? {} : { weeks };
    await seedDemo({ store, now: toInstant(nowMs), seed: DEMO_SEED, timeZone, hashPassword, ...more });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function holdsRealRecords(store: Store): Promise<boolean> {
  const reference = await store.referenceEvents();
  return reference.some(({ type, data }) => type === 'clinic-set-up' && (data as { readonly demo: boolean }).demo === false);
}

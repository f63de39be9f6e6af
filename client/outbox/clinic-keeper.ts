import type { Id } from '../../shared/units.ts';
import { toInstant } from '../../shared/units.ts';
import { RED_AFTER_MS } from '../../shared/wire/beats.ts';
import { clinicStore, serverClock, ticker } from '../live/live.ts';
import { fromKept, type KeptState, toKept } from './kept-clinic.ts';
import { seal, unseal } from './seal.ts';
import type { TabletDb } from './tablet-db.ts';

/** The clinic is written down at most this often. */
const EVERY_MS = 2_000;

/**
 * Shows the last known clinic while the server has said nothing yet, and writes down what it says from then on, sealed.
 * Returns its disposer.
 */
export async function keepClinic(db: TabletDb, ownerId: Id, key: CryptoKey): Promise<() => void> {
  await showKept(db, ownerId, key);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    timer = undefined;
    const data = clinicStore.getState();
    // Old is not live: what was read from the disk is not written back as if it had been heard now.
    if (!data.loaded || (serverClock.silentForMs() ?? RED_AFTER_MS) >= RED_AFTER_MS) return;
    const clock = { server: toInstant(Math.round(serverClock.nowMs())), wall: Date.now(), speed: serverClock.speed() };
    await db.clinics.put({ ownerId, sealed: await seal(key, toKept(data, clock), ownerId) });
  };
  const soon = () => {
    timer ??= setTimeout(() => void write(), EVERY_MS);
  };
  soon();
  const unsubscribe = clinicStore.subscribe(soon);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

async function showKept(db: TabletDb, ownerId: Id, key: CryptoKey): Promise<void> {
  const kept = await db.clinics.get(ownerId);
  if (kept === undefined) return;
  const state = await unseal<KeptState>(key, kept.sealed, ownerId).catch(() => undefined);
  const data = state === undefined ? undefined : fromKept(state);
  // Meanwhile the server may have spoken: what it says stands.
  if (state === undefined || data === undefined || clinicStore.getState().loaded) return;
  serverClock.resume(state.clock);
  clinicStore.setState(data, true);
  ticker.tick();
}

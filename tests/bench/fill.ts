import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { hashPassword } from '../../server/access/passwords.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import { HOUR_MS, toInstant } from '../../shared/units.ts';
import { clinicEvents, idOf, NURSE, openVisit, PASSWORD, pastVisit, range, readings } from './clinic.ts';

/** Visits that are open in every filled log. */
export const OPEN_VISITS = 20;
const EVENTS_A_PAST_VISIT = 10;
const VISITS_A_TURN = 400;

/** Fills a new log in `dataDir`: the clinic, past visits up to `events` events, and 20 running infusions, each with so many readings more. */
export async function fillLog(dataDir: string, events: number, nowMs: number, readingsEach = 0): Promise<void> {
  await using store = await openStore({ dataDir, file: 'chairside.db' });
  const now = toInstant(nowMs);
  await append(store, 0, now, clinicEvents(now));
  await store.secrets.putCredential({ staffId: NURSE.id, username: 'nurse', passwordHash: await hashPassword(PASSWORD) });
  const past = Math.max(0, Math.floor((events - store.head()) / EVENTS_A_PAST_VISIT));
  for (let first = 0; first < past; first += VISITS_A_TURN) {
    const turn = range(Math.min(VISITS_A_TURN, past - first)).map((k) => OPEN_VISITS + first + k);
    // A clinic's worth of visits a day, going back from yesterday.
    await Promise.all(
      turn.map((n) =>
        append(store, n, now, pastVisit(n, nowMs - 24 * HOUR_MS - Math.floor(n / 100) * 24 * HOUR_MS - (n % 100) * 300_000)),
      ),
    );
  }
  for (const n of range(OPEN_VISITS))
    await append(store, 1_000_000_000 + n, now, [...openVisit(n, nowMs - 120_000), ...readings(n, nowMs - 80_000, readingsEach)]);
  // A question to history waits until history has taken everything in: the server that is measured does not do it meanwhile.
  await store.history.page({ limit: 1 });
}

async function append(store: Store, n: number, recordedAt: string, events: readonly NewEvent[]): Promise<void> {
  const outcome = await store.submit({
    commandId: idOf(7, n),
    digest: 'filled',
    actor: NURSE,
    recordedAt,
    decide: () => ({ ok: true, events }),
  });
  if (outcome.kind !== 'appended') throw new Error(`The log was not filled: ${outcome.kind}`);
}

import { logWriter } from '../../db/log-writer.ts';
import { openSqlite } from '../../db/open.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { type Secrets, type Store, StoreUnavailable } from '../../db/store.ts';
import { streamId } from '../../shared/log/event.ts';
import { isSessionEvent, type SessionEvent } from '../../shared/session/events.ts';
import { foldSession } from '../../shared/session/evolve.ts';
import { isOver } from '../../shared/session/occupancy.ts';
import { unansweredAlarms } from '../../shared/session/unanswered.ts';
import { AwkwardLog, type Trouble, turns } from './awkward-log.ts';
import type { DoubtfulPlace } from './doubt-contract.ts';
import { temporaryFolder } from './store-writes.ts';

/** One node over an awkward log. */
export interface AwkwardStore extends Store {
  /** As when another node says that it has written. */
  follow(): void;
}

export interface AwkwardPlace extends DoubtfulPlace {
  readonly log: AwkwardLog;
  /** One more node over the same log. */
  open(): Promise<AwkwardStore>;
}

/**
 * A third engine, in memory and as awkward as a database behind a network may be: it answers some turns late and, as often as
 * `trouble` says, others write in between and nobody learns what became of a commit. Everything follows from the seed. Secrets are
 * SQLite's, answered late. `tailKept` makes the tail short, so that little is enough to fall out of it.
 */
export function awkwardPlace(seed: number, trouble: Trouble = {}, tailKept?: number): AwkwardPlace {
  const lot = randomOf('awkward', seed);
  const log = new AwkwardLog(lot, trouble);
  const folder = temporaryFolder();
  const secrets = openSqlite({ dataDir: folder.path, file: 'secrets.db' });
  return {
    log,
    open: async () => awkwardStore(log, lateSecrets(secrets.secrets, lot), tailKept),
    intrude: async (events) => log.intrude(events),
    doubt: (fate) => log.doubt(fate),
    async [Symbol.asyncDispose]() {
      await secrets.close();
      folder[Symbol.dispose]();
    },
  };
}

function awkwardStore(log: AwkwardLog, secrets: Secrets, tailKept: number | undefined): AwkwardStore {
  const writer = logWriter(log.engine(), () => undefined, tailKept);
  let isClosed = false;
  /** Reads of the past: late, and without what was not published here. */
  const read = async <T>(ask: () => T): Promise<T> => {
    await log.late();
    const answer = ask();
    await log.late();
    return answer;
  };
  const store: AwkwardStore = {
    ...writer,
    epoch: log.epoch,
    eventsAfter: (position, limit) => read(() => writer.published(log.after(position, limit))),
    eventsOf: (stream) => read(() => writer.published(log.all().filter((event) => event.stream === stream))),
    referenceEvents: () => read(() => writer.published(log.all().filter(({ stream }) => !stream.startsWith('session/')))),
    openSessionIds: (since) =>
      read(() => {
        const byVisit = Map.groupBy(log.all().filter(isSessionEvent), ({ stream }) => streamId(stream));
        return [...byVisit].filter(([, events]) => isOpenSince(events, since)).map(([id]) => id);
      }),
    async probe() {
      await log.late();
      if (isClosed) throw new StoreUnavailable('The log is closed');
    },
    history: {
      page: () => Promise.reject(new StoreUnavailable('There is no history here')),
      summary: () => Promise.reject(new StoreUnavailable('There is no history here')),
      verify: () => read(() => log.verify()),
    },
    secrets,
    async close() {
      await writer.close();
      isClosed = true;
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
  return store;
}

function isOpenSince(events: readonly SessionEvent[], since: string): boolean {
  const state = foldSession(events);
  return state !== undefined && (!isOver(state.phase) || state.phaseSince >= since || unansweredAlarms(state).length > 0);
}

function lateSecrets(secrets: Secrets, lot: Random): Secrets {
  return new Proxy(secrets, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        await turns(lot.int(0, 3));
        return Reflect.apply(method, target, given);
      };
    },
  });
}

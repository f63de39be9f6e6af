import type { NewEvent, Recorded } from '../shared/log/event.ts';
import type { Refusal } from '../shared/log/refusal.ts';
import type { Actor } from '../shared/log/roles.ts';
import type { Id, Instant } from '../shared/units.ts';
import type { HistoryFilter, HistoryPage, HistoryQuery, HistorySummary } from '../shared/wire/history.ts';

/**
 * The port of the log: what every engine must do, in this process or behind a network. Proven by `tests/contract/store-contract.ts` on
 * each of them. What is known here (head, tail) is answered at once, what lies in the past is waited for.
 *
 * Rules (ids as in shared/SPEC.md):
 * LOG1 positions of a clinic are 1, 2, 3 … without gaps, stream positions likewise.
 * LOG2 a command id has at most one effect; the same id and digest gives the same outcome; another digest is refused.
 * LOG3 nothing is answered or published before it is durable.
 * LOG4 all writes submitted in one event-loop turn share one commit; a refused one does not touch its neighbours.
 * LOG5 events are append only and chained: each hash covers the one before.
 * LOG6 what is looked up can be rebuilt from the events and comes out equal.
 * LOG46 history follows the log by a cursor of its own; a question sees all that was answered before it was asked.
 * LOG7 epoch and head tell a reader whether its cursor belongs to this log.
 * LOG35 a commit whose outcome nobody knows is answered as unknown; asked again by its id, the command has one effect.
 * LOG36 when another writer moved the head, its events are taken in and the command is decided again.
 * LOG37 where the past meets the tail, a reader has each event once.
 */
export interface Store extends AsyncDisposable {
  /** Random, made with the database, remade at restore. */
  readonly epoch: string;
  /** Position of the newest durable event that was published here; 0 when empty. */
  head(): number;
  /** Hex SHA-256 chain hash of that event; 64 zeros when empty. */
  headHash(): string;

  /**
   * The one way in. Resolves after COMMIT, or when it is not known whether there was one; rejects with `StoreUnavailable` when nothing
   * of it was stored.
   */
  submit(write: Write): Promise<WriteOutcome>;
  /** The state machine that decides; set once, before the first submit. Until then nothing of other writers is taken in. */
  setParticipant(participant: Participant): void;
  /**
   * Called for each commit with all its events, after COMMIT and before the submitters hear of it; what other writers stored comes as
   * it was found. Returns its disposer.
   */
  onCommit(listener: (commit: Commit) => void): () => void;

  /**
   * Events after a position out of the last few thousand, from memory; undefined when the position lies further back. The tail, the head
   * and `onCommit` move in one step, so who reads here and listens there misses nothing and has nothing twice.
   */
  tail(position: number, limit: number): readonly SpelledEvent[] | undefined;
  /** Events after a position and up to the head, oldest first, at most `limit`; at least one when the head was beyond the position. */
  eventsAfter(position: number, limit: number): Promise<readonly SpelledEvent[]>;
  /** All events of a stream up to the head, oldest first. */
  eventsOf(stream: string): Promise<readonly SpelledEvent[]>;
  /** All events of the clinic's reference streams (everything but `session/`), in order. */
  referenceEvents(): Promise<readonly SpelledEvent[]>;
  /** Ids of sessions that are not over, that ended at or after `since`, or that have an alarm that nobody answered. */
  openSessionIds(since: Instant): Promise<readonly Id[]>;
  /** Writes and reads back a probe row, for `/healthz`. Rejects with `StoreUnavailable` when the disk refuses. */
  probe(): Promise<void>;

  /** Questions that may be slow: answered off the main thread, of all that was durable when they were asked. */
  readonly history: HistoryReader;
  /** Sign-in secrets: not events, never in the log. */
  readonly secrets: Secrets;

  close(): Promise<void>;
}

/**
 * One command on its way in. `decide` runs synchronously, in order of arrival, at the head that its events will follow; once more when
 * another writer was faster. What it looks at must be in memory.
 */
export interface Write {
  readonly commandId: Id;
  /** SHA-256 (hex) of the canonical body. */
  readonly digest: string;
  readonly actor: Actor;
  readonly deviceId?: string;
  /** Server time of this write; becomes `recordedAt`. */
  readonly recordedAt: Instant;
  decide(): { readonly ok: true; readonly events: readonly NewEvent[] } | { readonly ok: false; readonly refusal: Refusal };
}

/**
 * An event with its text: the canonical JSON that the chain hashes, which is sent as it stands wherever the event goes. Spelled once,
 * when it was stored or read; no member of its own, so that a copy with other data does not carry it.
 */
export interface SpelledEvent extends Recorded {
  readonly json: string;
}

export type WriteOutcome =
  /** `replayed`: this id had been stored before; `events` are those of the first time. */
  | { readonly kind: 'appended'; readonly position: number; readonly events: readonly SpelledEvent[]; readonly replayed: boolean }
  /** Refusals are remembered too: the same id gets the same refusal. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly replayed: boolean }
  /** The id was used before with another body. */
  | { readonly kind: 'id-reused' }
  /** Nobody can say whether it was stored: the same id, sent again, gets the answer, or is decided then. */
  | { readonly kind: 'unknown' };

/**
 * Follows the tentative state of a commit, so that later writes of it see earlier ones. Turns may pass between `apply` and `commit`: what
 * is applied is for decisions alone, nobody else may see it before it is durable.
 */
export interface Participant {
  /** Events of one write are to be appended, or another writer's were found in the log. */
  apply(events: readonly SpelledEvent[]): void;
  /** What was applied is durable. */
  commit(): void;
  /** It is not: forget everything applied since the last commit. */
  rollback(): void;
}

export interface Commit {
  /** Position before the first event of the commit. */
  readonly from: number;
  readonly events: readonly SpelledEvent[];
}

/** The disk or the database refused: nothing of the batch is stored. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A history cursor that this list did not give out, or that belongs to another sort. */
export class CursorInvalid extends Error {
  override readonly name = 'CursorInvalid';
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly events: number;
  /** First position whose hash, order or gap is wrong; null when all is well. */
  readonly brokenAt: number | null;
  readonly reason: string | null;
}

export interface HistoryReader {
  page(query: HistoryQuery): Promise<HistoryPage>;
  summary(filter: HistoryFilter): Promise<HistorySummary>;
  /** Walks the whole chain. */
  verify(): Promise<VerifyReport>;
}

export interface Credential {
  readonly staffId: Id;
  readonly username: string;
  readonly passwordHash: string;
}

export interface SignInSession {
  /** SHA-256 (hex) of the opaque token; the token itself is never stored. */
  readonly tokenHash: string;
  readonly staffId: Id;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** The enrolled tablet it was opened on. */
  readonly deviceId?: Id;
  /** Opened with the PIN after an earlier sign-in with the password; that is so when left out. */
  readonly openedBy?: 'pin';
}

/** A tablet that people share. */
export interface Device {
  readonly id: Id;
  /** SHA-256 (hex) of its cookie. */
  readonly tokenHash: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly revokedAt?: Instant;
}

/** Somebody who signed in on a tablet with the password. */
export interface DevicePerson {
  readonly deviceId: Id;
  readonly staffId: Id;
  readonly signedInAt: Instant;
  /** Wrong PINs since then. */
  readonly wrongTries: number;
}

/** Tablets and PINs; like all secrets beside the log. */
export interface DeviceSecrets {
  devices(): Promise<readonly Device[]>;
  deviceOf(tokenHash: string): Promise<Device | undefined>;
  putDevice(device: Device): Promise<void>;
  deleteSessionsOn(deviceId: Id): Promise<void>;
  pinHashOf(staffId: Id): Promise<string | undefined>;
  putPin(staffId: Id, pinHash: string): Promise<void>;
  peopleOf(deviceId: Id): Promise<readonly DevicePerson[]>;
  putPerson(person: DevicePerson): Promise<void>;
  /** From one tablet, or from all of them. */
  deletePerson(staffId: Id, deviceId?: Id): Promise<void>;
}

export interface ApiToken {
  readonly tokenHash: string;
  readonly id: Id;
  readonly name: string;
  readonly role: 'integration' | 'display';
  readonly createdAt: Instant;
  readonly revokedAt?: Instant;
}

export interface Secrets extends DeviceSecrets {
  credentialOf(username: string): Promise<Credential | undefined>;
  credentialOfStaff(staffId: Id): Promise<Credential | undefined>;
  putCredential(credential: Credential): Promise<void>;
  sessionOf(tokenHash: string): Promise<SignInSession | undefined>;
  putSession(session: SignInSession): Promise<void>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteSessionsOf(staffId: Id): Promise<void>;
  tokens(): Promise<readonly ApiToken[]>;
  tokenOf(tokenHash: string): Promise<ApiToken | undefined>;
  putToken(token: ApiToken): Promise<void>;
  revokeToken(id: Id, at: Instant): Promise<void>;
  /** The key with which a person's entries are sealed on a tablet (256 bit, base64); `fresh` becomes it when there was none. */
  offlineKeyOf(staffId: Id, fresh: string): Promise<string>;
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Device, Secrets, SignInSession } from '../../db/store.ts';
import type { Staff } from '../../shared/clinic/records.ts';
import { HOUR_MS, type Id, type Instant, MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import { presentedToken } from './cookie.ts';
import type { Devices } from './devices.ts';
import type { Principal } from './principal.ts';
import { hashToken, newToken } from './token.ts';

/** Signed out after so long without a request. */
const IDLE_MS = 30 * MINUTE_MS;
/** Signed out at the latest, however busy. */
export const ABSOLUTE_MS = 12 * HOUR_MS;
/** The last request is written down at most this often: a sign-in is not worth a sync to disk per request. */
const WRITE_SEEN_MS = MINUTE_MS;
/** How often expired sign-ins are looked for: their sockets close at most this late. */
const SWEEP_EVERY_MS = 1_000;
const NEVER = '9999-12-31T23:59:59.999Z';

interface Seen {
  session: SignInSession;
  lastSeenMs: number;
  writtenMs: number;
}

/**
 * Who is signed in. Tokens are opaque (256 bit); only their hash is stored, so that a stolen database opens nothing.
 * Ends of sign-ins are told to whoever listens, so that open sockets close with them.
 */
export class SignIns implements Disposable {
  readonly #secrets: Secrets;
  readonly #devices: Pick<Devices, 'of'>;
  readonly #staff: (id: Id) => Staff | undefined;
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen>();
  readonly #listeners = new Set<(tokenHash: string) => void>();
  readonly #onError: (error: unknown) => void;
  readonly #sweeper: NodeJS.Timeout;

  /** `now` in milliseconds, of the machine's clock: a demo day that runs faster does not shorten a sign-in. */
  constructor(parts: {
    readonly secrets: Secrets;
    readonly devices: Pick<Devices, 'of'>;
    readonly staff: (id: Id) => Staff | undefined;
    readonly now: () => number;
    readonly onError: (error: unknown) => void;
  }) {
    this.#secrets = parts.secrets;
    this.#devices = parts.devices;
    this.#staff = parts.staff;
    this.#now = parts.now;
    this.#onError = parts.onError;
    this.#sweeper = setInterval(() => void this.sweep().catch(parts.onError), SWEEP_EVERY_MS);
    this.#sweeper.unref();
  }

  /**
   * A new sign-in. The token goes into the cookie and is known nowhere else. On an enrolled tablet it belongs to `device`;
   * opened by PIN it ends at `until`, 12 h after the password.
   */
  async begin(
    staff: Staff,
    on: { readonly device?: Device; readonly until?: Instant } = {},
  ): Promise<{ readonly token: string; readonly principal: Principal }> {
    const token = newToken();
    const now = this.#now();
    const session: SignInSession = {
      tokenHash: hashToken(token),
      staffId: staff.id,
      createdAt: toInstant(now),
      lastSeenAt: toInstant(now),
      expiresAt: on.until ?? toInstant(now + ABSOLUTE_MS),
      ...(on.device === undefined ? {} : { deviceId: on.device.id }),
      ...(on.until === undefined ? {} : { openedBy: 'pin' }),
    };
    await this.#secrets.putSession(session);
    const seen = { session, lastSeenMs: now, writtenMs: now };
    this.#seen.set(session.tokenHash, seen);
    return { token, principal: personOf(staff, seen) };
  }

  /** Who sends a request with these headers; undefined when nobody who may. Counts as use of the sign-in. */
  async authenticate(headers: IncomingHttpHeaders): Promise<Principal | undefined> {
    const presented = presentedToken(headers);
    if (presented === undefined) return undefined;
    const tokenHash = hashToken(presented.token);
    return presented.kind === 'bearer' ? this.#machine(tokenHash) : this.#person(tokenHash, await this.#devices.of(headers));
  }

  /**
   * The enrolled tablet itself, whoever is signed in on it: what its lock screen asks. Never taken for a person whose
   * sign-in has ended, so that no screen goes on without names unnoticed.
   */
  async authenticateTablet(headers: IncomingHttpHeaders): Promise<Principal | undefined> {
    const device = await this.#devices.of(headers);
    if (device === undefined) return undefined;
    const { id: staffId, tokenHash, name } = device;
    return { staffId, role: 'display', openedBy: 'device', tokenHash, initials: '', name, expiresAt: NEVER };
  }

  /** The tablet on which a person who is signed in has just enrolled: the sign-in belongs to it from here on. */
  async bind(tokenHash: string, device: Device): Promise<SignInSession | undefined> {
    const seen = this.#seen.get(tokenHash);
    if (seen === undefined) return undefined;
    seen.session = { ...seen.session, deviceId: device.id };
    await this.#secrets.putSession(seen.session);
    return seen.session;
  }

  /** Ends all that is open on a tablet, and what it watches itself. */
  async endAllOn(device: Device): Promise<void> {
    for (const [tokenHash, { session }] of this.#seen) if (session.deviceId === device.id) this.#forget(tokenHash);
    this.#tell(device.tokenHash);
    await this.#secrets.deleteSessionsOn(device.id);
  }

  /** Ends one sign-in. */
  async end(tokenHash: string): Promise<void> {
    this.#forget(tokenHash);
    await this.#secrets.deleteSession(tokenHash);
  }

  /** Ends all sign-ins of a person, e.g. because the role has changed; `keep` names one that goes on. */
  async endAllOf(staffId: Id, keep?: string): Promise<void> {
    const kept = keep === undefined ? undefined : this.#seen.get(keep);
    for (const [tokenHash, { session }] of this.#seen)
      if (session.staffId === staffId && tokenHash !== keep) this.#forget(tokenHash);
    await this.#secrets.deleteSessionsOf(staffId);
    // On no tablet does the PIN open anything before the next password.
    await this.#secrets.deletePerson(staffId);
    if (kept !== undefined) await this.#secrets.putSession(kept.session);
  }

  /** A device's token was revoked. */
  revoked(tokenHash: string): void {
    this.#tell(tokenHash);
  }

  /** Hears of each sign-in that ends: signed out, expired, role changed, token revoked. Returns its disposer. */
  onRevoked(listener: (tokenHash: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A screen of this sign-in is connected: watching is use. A board on the wall that nobody touches must not go blank with its
   * alarms; the limit of 12 hours stays.
   */
  watched(tokenHash: string): void {
    const seen = this.#seen.get(tokenHash);
    const now = this.#now();
    if (seen !== undefined && now < endsAt(seen)) seen.lastSeenMs = Math.max(seen.lastSeenMs, now);
  }

  /** Ends what has expired. Runs by itself every second. */
  async sweep(): Promise<void> {
    const now = this.#now();
    for (const [tokenHash, seen] of this.#seen) if (now >= endsAt(seen)) await this.end(tokenHash);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#sweeper);
    this.#listeners.clear();
  }

  async #person(tokenHash: string, device: Device | undefined): Promise<Principal | undefined> {
    const seen = this.#seen.get(tokenHash) ?? (await this.#recall(tokenHash));
    // What a PIN has opened is of no use away from its tablet.
    if (seen === undefined || (seen.session.openedBy === 'pin' && seen.session.deviceId !== device?.id)) return undefined;
    const staff = this.#staff(seen.session.staffId);
    const now = this.#now();
    if (staff === undefined || !staff.active || now >= endsAt(seen)) {
      await this.end(tokenHash);
      return undefined;
    }
    seen.lastSeenMs = Math.max(seen.lastSeenMs, now);
    if (now - seen.writtenMs > WRITE_SEEN_MS) {
      seen.writtenMs = now;
      // A disk that takes nothing must not keep anybody from reading: the next try is in a minute.
      await this.#secrets.putSession({ ...seen.session, lastSeenAt: toInstant(now) }).catch(this.#onError);
    }
    return personOf(staff, seen);
  }

  /** A sign-in from before the server's start. */
  async #recall(tokenHash: string): Promise<Seen | undefined> {
    const session = await this.#secrets.sessionOf(tokenHash);
    if (session === undefined) return undefined;
    const seen = { session, lastSeenMs: toMs(session.lastSeenAt), writtenMs: toMs(session.lastSeenAt) };
    this.#seen.set(tokenHash, seen);
    return seen;
  }

  /** An integration or a wall display. */
  async #machine(tokenHash: string): Promise<Principal | undefined> {
    const token = await this.#secrets.tokenOf(tokenHash);
    if (token === undefined || token.revokedAt !== undefined) return undefined;
    const { id: staffId, role, name } = token;
    return { staffId, role, openedBy: 'token', tokenHash, initials: '', name, expiresAt: NEVER };
  }

  #forget(tokenHash: string): void {
    this.#seen.delete(tokenHash);
    this.#tell(tokenHash);
  }

  #tell(tokenHash: string): void {
    for (const listener of [...this.#listeners]) listener(tokenHash);
  }
}

function endsAt({ session, lastSeenMs }: Seen): number {
  return Math.min(toMs(session.expiresAt), lastSeenMs + IDLE_MS);
}

function personOf({ id, role, initials, name }: Staff, seen: Seen): Principal {
  const { tokenHash, openedBy = 'password' } = seen.session;
  return { staffId: id, role, openedBy, tokenHash, initials, name, expiresAt: toInstant(endsAt(seen)) };
}

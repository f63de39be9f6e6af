import type { IncomingHttpHeaders } from 'node:http';
import type { Device, Secrets } from '../../db/store.ts';
import { type Id, MINUTE_MS, toInstant, toMs } from '../../shared/units.ts';
import { newId } from '../new-id.ts';
import { presentedDevice } from './cookie.ts';
import { hashToken, newToken } from './token.ts';

/** A tablet locks itself after so long without a touch. */
export const LOCK_AFTER_MS = 5 * MINUTE_MS;
/** Browsers keep a cookie no longer than 400 days; each sign-in with the password renews it. */
export const DEVICE_COOKIE_S = 400 * 24 * 3600;
/** When a tablet was last seen is written down at most this often. */
const WRITE_SEEN_MS = MINUTE_MS;

/**
 * Tablets that people share. A tablet is known by an opaque cookie of 256 bits of which only the hash is kept. `now` in
 * milliseconds, the machine's.
 */
export class Devices {
  readonly #secrets: Secrets;
  readonly #now: () => number;
  readonly #onError: (error: unknown) => void;
  /** Those seen since the start, by the hash of their cookie. */
  readonly #known = new Map<string, Device>();

  constructor(parts: {
    readonly secrets: Secrets;
    readonly now: () => number;
    readonly onError: (error: unknown) => void;
  }) {
    this.#secrets = parts.secrets;
    this.#now = parts.now;
    this.#onError = parts.onError;
  }

  /** A new tablet. The token goes into its cookie and is known nowhere else. */
  async enrol(name: string): Promise<{ readonly token: string; readonly device: Device }> {
    const token = newToken();
    const at = toInstant(this.#now());
    const device: Device = { id: newId(this.#now()), tokenHash: hashToken(token), name, createdAt: at, lastSeenAt: at };
    await this.#secrets.putDevice(device);
    return { token, device };
  }

  /** The tablet that a request comes from; undefined when it is none of ours (any more). */
  async of(headers: IncomingHttpHeaders): Promise<Device | undefined> {
    const token = presentedDevice(headers);
    if (token === undefined) return undefined;
    const tokenHash = hashToken(token);
    const device = this.#known.get(tokenHash) ?? (await this.#secrets.deviceOf(tokenHash));
    if (device === undefined || device.revokedAt !== undefined) return undefined;
    this.#known.set(tokenHash, device);
    return this.#now() - toMs(device.lastSeenAt) > WRITE_SEEN_MS ? this.#saw(device) : device;
  }

  all(): Promise<readonly Device[]> {
    return this.#secrets.devices();
  }

  /** The device under its new name; undefined when there is none. */
  async rename(id: Id, name: string): Promise<Device | undefined> {
    const device = await this.#find(id);
    if (device === undefined) return undefined;
    const renamed = { ...device, name };
    await this.#put(renamed);
    return renamed;
  }

  /** Takes the tablet out of use; its sign-ins end with it (`SignIns.endAllOn`). */
  async revoke(id: Id): Promise<Device | undefined> {
    const device = await this.#find(id);
    if (device === undefined || device.revokedAt !== undefined) return device;
    const revoked = { ...device, revokedAt: toInstant(this.#now()) };
    await this.#put(revoked);
    return revoked;
  }

  async #find(id: Id): Promise<Device | undefined> {
    const stored = (await this.#secrets.devices()).find((device) => device.id === id);
    return stored === undefined ? undefined : (this.#known.get(stored.tokenHash) ?? stored);
  }

  async #put(device: Device): Promise<void> {
    await this.#secrets.putDevice(device);
    this.#known.set(device.tokenHash, device);
  }

  async #saw(device: Device): Promise<Device> {
    const seen = { ...device, lastSeenAt: toInstant(this.#now()) };
    this.#known.set(device.tokenHash, seen);
    // A disk that takes nothing must not keep anybody from reading.
    await this.#secrets.putDevice(seen).catch(this.#onError);
    return seen;
  }
}

import { type Id, type Instant, MINUTE_MS, toInstant } from '../../shared/units.ts';
import { hashToken, newToken } from './token.ts';

/** A confirmation is for what is done right after it. */
const VALID_MS = MINUTE_MS;
/** How long the one command that used it may be sent again, when its answer was lost. */
const AGAIN_MS = 15 * MINUTE_MS;

interface Confirmation {
  readonly signIn: string;
  readonly untilMs: number;
  readonly commandId?: Id;
}

/** PINs typed a moment ago, each for one command of the sign-in that typed it. Kept in memory alone. `now` in milliseconds. */
export class Confirmations {
  readonly #now: () => number;
  readonly #given = new Map<string, Confirmation>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `signIn` is the hash of the sign-in's token. */
  give(signIn: string): { readonly confirmation: string; readonly expiresAt: Instant } {
    const now = this.#now();
    for (const [key, { untilMs }] of this.#given) if (untilMs <= now) this.#given.delete(key);
    const confirmation = newToken();
    this.#given.set(hashToken(confirmation), { signIn, untilMs: now + VALID_MS });
    return { confirmation, expiresAt: toInstant(now + VALID_MS) };
  }

  /** Whether it covers this command; the first command takes it for itself. */
  covers(confirmation: unknown, signIn: string, commandId: Id): boolean {
    if (typeof confirmation !== 'string') return false;
    const key = hashToken(confirmation);
    const given = this.#given.get(key);
    if (given === undefined || given.signIn !== signIn || given.untilMs <= this.#now()) return false;
    if (given.commandId !== undefined) return given.commandId === commandId;
    this.#given.set(key, { ...given, commandId, untilMs: this.#now() + AGAIN_MS });
    return true;
  }
}

/** How wrong tries are slowed down. Times in milliseconds. */
export interface TryLimits {
  /** Wrong tries that cost nothing. */
  readonly free: number;
  /** Wait after the first one more; doubles with each further one. */
  readonly firstWaitMs: number;
  readonly maxWaitMs: number;
  /** After so long without a wrong try all is forgotten. */
  readonly forgetAfterMs: number;
}

/** Names remembered at most; the longest unused go first, so that invented names cannot fill the memory. */
const MAX_KEYS = 10_000;

/**
 * Slows down guessing, by name or by address. Counts only wrong tries: a ward that signs in all at once in the morning is
 * no attack. (@fastify/rate-limit counts requests.)
 */
export class TryLimiter {
  readonly #limits: TryLimits;
  readonly #now: () => number;
  readonly #wrong = new Map<string, { readonly count: number; readonly at: number }>();

  constructor(limits: TryLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Milliseconds until the next try is allowed; 0 when it is. */
  waitMs(key: string): number {
    const wrong = this.#remembered(key);
    const over = (wrong?.count ?? 0) - this.#limits.free;
    if (wrong === undefined || over <= 0) return 0;
    const waitMs = Math.min(this.#limits.firstWaitMs * 2 ** (over - 1), this.#limits.maxWaitMs);
    return Math.max(0, wrong.at + waitMs - this.#now());
  }

  wrong(key: string): void {
    const count = (this.#remembered(key)?.count ?? 0) + 1;
    this.#wrong.delete(key);
    this.#wrong.set(key, { count, at: this.#now() });
    for (const oldest of this.#wrong.keys()) {
      if (this.#wrong.size <= MAX_KEYS) return;
      this.#wrong.delete(oldest);
    }
  }

  right(key: string): void {
    this.#wrong.delete(key);
  }

  #remembered(key: string): { readonly count: number; readonly at: number } | undefined {
    const wrong = this.#wrong.get(key);
    const since = this.#now() - (wrong?.at ?? 0);
    // A clock that was set back must not lock anybody out for longer.
    if (since >= 0 && since <= this.#limits.forgetAfterMs) return wrong;
    this.#wrong.delete(key);
    return undefined;
  }
}

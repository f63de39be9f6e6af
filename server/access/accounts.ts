import type { Secrets } from '../../db/store.ts';
import type { Staff } from '../../shared/clinic/records.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { type Id, MINUTE_MS } from '../../shared/units.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { TryLimiter } from './try-limiter.ts';
import { Turn } from './turn.ts';

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly staff: Staff }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many'; readonly retryAfterMs: number };

/** Tries that wait for their turn; each takes some tens of milliseconds. */
const MAX_WAITING = 200;

const LIMITS = { firstWaitMs: MINUTE_MS / 2, maxWaitMs: 15 * MINUTE_MS, forgetAfterMs: 30 * MINUTE_MS };

/** Passwords of the clinic's people. Names are looked up in the reference data, so that a changed user name counts at once. */
export class Accounts {
  readonly #secrets: Secrets;
  readonly #clinic: () => ClinicState;
  readonly #byName: TryLimiter;
  readonly #byAddress: TryLimiter;
  readonly #turn = new Turn();

  constructor(parts: { readonly secrets: Secrets; readonly clinic: () => ClinicState; readonly now: () => number }) {
    this.#secrets = parts.secrets;
    this.#clinic = parts.clinic;
    this.#byName = new TryLimiter({ ...LIMITS, free: 5 }, parts.now);
    this.#byAddress = new TryLimiter({ ...LIMITS, free: 20 }, parts.now);
  }

  /** Checks user name and password. The answer and its time are the same for an unknown name and a wrong password. */
  async signIn(username: string, password: string, address: string): Promise<SignInResult> {
    if (this.#turn.waiting >= MAX_WAITING) return { kind: 'too-many', retryAfterMs: MINUTE_MS / 60 };
    return this.#turn.run(async () => {
      const retryAfterMs = Math.max(this.#byName.waitMs(username), this.#byAddress.waitMs(address));
      if (retryAfterMs > 0) return { kind: 'too-many', retryAfterMs };
      const staff = [...this.#clinic().staff.values()].find((one) => one.active && one.username === username);
      const credential = staff === undefined ? undefined : await this.#secrets.credentialOfStaff(staff.id);
      if (!(await verifyPassword(password, credential?.passwordHash)) || staff === undefined) {
        this.#byName.wrong(username);
        this.#byAddress.wrong(address);
        return { kind: 'refused' };
      }
      this.#byName.right(username);
      return { kind: 'signed-in', staff };
    });
  }

  /** Whether this is the person's password. Wrong tries count as at the sign-in; while they are slowed down the answer is no. */
  verify(staffId: Id, password: string): Promise<boolean> {
    return this.#turn.run(async () => {
      const key = `staff ${staffId}`;
      if (this.#byName.waitMs(key) > 0) return false;
      const credential = await this.#secrets.credentialOfStaff(staffId);
      const right = await verifyPassword(password, credential?.passwordHash);
      if (right) this.#byName.right(key);
      else this.#byName.wrong(key);
      return right;
    });
  }

  async setPassword(staff: { readonly id: Id; readonly username: string }, password: string): Promise<void> {
    await this.#secrets.putCredential({
      staffId: staff.id,
      username: staff.username,
      passwordHash: await hashPassword(password),
    });
  }
}

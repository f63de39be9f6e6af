import type { Role } from '../../shared/log/roles.ts';
import type { Id, Instant } from '../../shared/units.ts';

/** Who is asking: a person who signed in, a device or integration with its token, or the lock screen of a shared tablet. */
export interface Principal {
  /** The person; for a token, the token's own id; for a locked tablet, the tablet's. */
  readonly staffId: Id;
  readonly role: Role;
  /** How it was opened. `device`: the lock screen of an enrolled tablet, nobody. */
  readonly openedBy: 'password' | 'pin' | 'token' | 'device';
  /** SHA-256 (hex) of what was presented; names the sign-in without being able to use it. */
  readonly tokenHash: string;
  readonly initials: string;
  readonly name: string;
  /** When it ends if nothing more is done; the end of time for tokens, which are revoked. */
  readonly expiresAt: Instant;
}

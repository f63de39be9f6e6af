import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Principal } from '../access/principal.ts';

/** The larger a message from outside may be, the more a stranger can make us keep. */
export const MAX_PAYLOAD_BYTES = 64 * 1024;
/** How long a screen may be silent; real ms. */
export interface Patience {
  /** A screen is asked for a sign of life this often, and has as long to give it. */
  readonly heartbeatMs: number;
  /** A closed screen that does not let go within this time is cut off. */
  readonly letGoMs: number;
}
export const PATIENCE: Patience = { heartbeatMs: 5_000, letGoMs: 2_000 };

/** One way to watch. `upgrade` is only given requests that were let in. */
export interface LiveDoor {
  /** Whether a request's path (without query) is this door's. */
  takes(path: string): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, principal: Principal): void;
  /** Cuts whoever is still connected. */
  close(): Promise<void>;
}

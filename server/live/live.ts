import type { IncomingHttpHeaders, Server } from 'node:http';
import type { Principal } from '../access/principal.ts';
import { PATIENCE, type Patience } from './door.ts';
import { type FeedDoor, feedDoor } from './feed.ts';
import { type Hub, type HubOptions, startHub } from './hub.ts';
import { socketIoDoor } from './socket-io.ts';
import { dispatchUpgrades } from './upgrade.ts';

export interface LiveOptions extends HubOptions {
  readonly server: Server;
  readonly authenticate: (headers: IncomingHttpHeaders, url: string | undefined) => Promise<Principal | undefined>;
  readonly patience?: Patience | undefined;
  readonly originAllowed: (headers: IncomingHttpHeaders) => boolean;
  /** Tells of each sign-in that ends, by the hash of its token. Returns its disposer. */
  readonly onRevoked: (listener: (tokenHash: string) => void) => () => void;
}

export interface Live {
  readonly hub: Hub;
  /** The route of the plain feed, to be registered. When the app closes it says goodbye to every screen, at both doors, and takes no more. */
  readonly feed: FeedDoor['route'];
}

/** Opens both live doors on an HTTP server. */
export function startLive(options: LiveOptions): Live {
  const hub = startHub(options);
  const { patience = PATIENCE } = options;
  const feed = feedDoor(hub, patience, stop);
  const doors = [socketIoDoor(hub, patience), feed];
  const stopDispatching = dispatchUpgrades({ ...options, doors });
  const stopHearing = options.onRevoked((tokenHash) => hub.signedOut(tokenHash));

  async function stop() {
    stopDispatching();
    stopHearing();
    await hub.stop();
    await Promise.all(doors.map((door) => door.close()));
  }
  return { hub, feed: feed.route };
}

import { type Instant, toMs } from '../../shared/units.ts';
import { useNow } from '../live/live.ts';
import { stopwatch } from './duration.ts';

/** Time left until a moment, `6:38`; 0:00 once it is past. Ticks by itself. */
export function Countdown({ to }: { readonly to: Instant }) {
  return <time dateTime={to}>{useNow((now) => stopwatch(toMs(to) - now))}</time>;
}

/** Time since a moment, `0:42`. Ticks by itself. */
export function Elapsed({ since }: { readonly since: Instant }) {
  return <time dateTime={since}>{useNow((now) => stopwatch(now - toMs(since)))}</time>;
}

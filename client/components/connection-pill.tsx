import { serverClock, useConnectionState, useLink, useNow } from '../live/live.ts';
import styles from './connection-pill.module.css';
import { cx } from './cx.ts';

/** Whether the screen is live, always in sight. A broken link is a technical alarm and wears its marks and hues. */
export function ConnectionPill() {
  const state = useConnectionState();
  const waiting = useLink((link) => link.waiting + link.kept);
  const behind = useLink((link) => link.kept > 0);
  // Real seconds, not the demo day's: this is about the link.
  const age = useNow(() => Math.floor((serverClock.silentForMs() ?? 0) / 1_000));
  const sending = waiting === 0 ? undefined : `${waiting} ${waiting === 1 ? 'entry' : 'entries'} to send`;
  // The link is there but what was tapped here is not: not live for whoever looks at another screen.
  switch (state === 'live' && behind ? 'catching-up' : state) {
    case 'connecting':
      return <span className={styles.pill}>Connecting …</span>;
    case 'live':
      return (
        <span className={styles.pill} data-connection="live">
          <span className={styles.dot} aria-hidden="true" />
          <span>
            <b>Live</b> · {sending ?? `${age} s ago`}
          </span>
        </span>
      );
    case 'catching-up':
      return (
        <span className={cx(styles.pill, styles.catchingUp)} data-connection="catching-up">
          <b aria-hidden="true">**</b>
          <span>
            <b>Catching up</b> · {sending ?? `${age} s ago`}
          </span>
        </span>
      );
    case 'not-live':
      return (
        <span className={cx(styles.pill, styles.notLive)} data-connection="not-live">
          <b>
            <span aria-hidden="true">*** </span>Not live
          </b>
          {sending !== undefined && <span> · {sending}</span>}
        </span>
      );
  }
}

import { Unlink } from 'lucide-react';
import { useClinicTime } from '../live/clinic-time.ts';
import { serverClock, useConnectionState, useNow } from '../live/live.ts';
import styles from './not-live-cover.module.css';

/**
 * The red bar over a screen whose values are old. The last known values stay readable underneath, all in the stale style.
 * It says since when: the moment of the last beat, on the server's clock.
 */
export function NotLiveCover() {
  const live = useConnectionState() !== 'not-live';
  const { seconds } = useClinicTime();
  const since = useNow((now) => seconds(now - (serverClock.silentForMs() ?? 0) * serverClock.speed()));
  if (live) return null;
  return (
    <div className={styles.cover} role="alert">
      <b aria-hidden="true">***</b>
      <Unlink size={24} aria-hidden="true" />
      <span>Not live since {since}. All values below are old: go to the chair.</span>
    </div>
  );
}

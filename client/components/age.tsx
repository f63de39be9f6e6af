import { type Instant, toMs } from '../../shared/units.ts';
import { useClinicTime } from '../live/clinic-time.ts';
import { useConnectionState, useNow } from '../live/live.ts';
import { ageText } from './duration.ts';
import styles from './value.module.css';

/**
 * How old something is. Ticks by itself: nothing around it renders. On a screen that is not live an age would go on
 * counting from a clock nobody hears any more, so the time of the reading stands instead.
 */
export function Age({ at }: { readonly at: Instant }) {
  const { time } = useClinicTime();
  const live = useConnectionState() !== 'not-live';
  const text = useNow((now) => ageText(now - toMs(at)));
  return (
    <time className={styles.age} dateTime={at}>
      {live ? text : `at ${time(at)}`}
    </time>
  );
}

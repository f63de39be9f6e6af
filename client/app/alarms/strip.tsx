import { Suspense } from 'react';
import { boardAlarms } from '../../../shared/views/board.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { NewAlarms } from '../../components/new-alarms.tsx';
import { NotLiveCover } from '../../components/not-live-cover.tsx';
import { useClinicData, useConnectionState } from '../../live/live.ts';
import { useDerived } from '../../live/use-derived.ts';
import styles from './strip.module.css';

/* On its way together with the clinic's data, without which no alarm is known; its place is kept. */
const StripRow = lazyPart(() => import('./strip-row.tsx').then((module) => module.StripRow));

/** Every alarm of the clinic, on every screen: unanswered first and counted apart, one tap to the patient, one to answer. */
export function AlarmStrip() {
  const live = useConnectionState() !== 'not-live';
  const loaded = useClinicData((data) => data.loaded);
  const alarms = useDerived(({ sessions }) => boardAlarms(sessions.values()));
  return (
    // A form that is open leaves it free, and it can be used meanwhile.
    <div ref={tellHeight} className={styles.frame} data-react-aria-top-layer="true">
      {live ? (
        <Suspense fallback={<Waiting />}>{loaded ? <StripRow alarms={alarms} /> : <Waiting />}</Suspense>
      ) : (
        <NotLiveCover />
      )}
      {loaded && <NewAlarms alarms={alarms} />}
    </div>
  );
}

/** Its place, before anything is known. */
const Waiting = () => <div className={styles.strip} data-none="" />;

/** What stays in view below asks for its height (`--strip`). */
function tellHeight(strip: HTMLElement | null): (() => void) | undefined {
  if (strip === null) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--strip', `${strip.getBoundingClientRect().height}px`));
  observer.observe(strip);
  return () => {
    observer.disconnect();
    style.removeProperty('--strip');
  };
}

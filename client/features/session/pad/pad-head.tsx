import { toInstant } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { serverClock, useNow } from '../../../live/live.ts';
import type { Touch } from '../entry/moved.ts';
import { touched } from '../entry/submission.ts';
import { TimeSteps } from '../entry/time-choice.tsx';
import styles from './pad-head.module.css';

interface PadHeadProps {
  readonly takenAt: Touch | undefined;
  readonly onTakenAt: (at: Touch) => void;
  readonly changingTime: boolean;
  readonly onChangingTime: (changing: boolean) => void;
  readonly more: boolean;
  readonly onMore: (more: boolean) => void;
}

/** When the set was taken, and the way to what is asked less often. */
export function PadHead({ takenAt, onTakenAt, changingTime, onChangingTime, more, onMore }: PadHeadProps) {
  const { time } = useClinicTime();
  const now = useNow((ms) => time(ms));
  return (
    <>
      <header className={styles.head}>
        <h2>Enter vitals</h2>
        <span className={styles.taken}>taken at {takenAt === undefined ? now : time(takenAt.at)}</span>
        <button type="button" className={styles.link} aria-expanded={changingTime} onClick={() => onChangingTime(!changingTime)}>
          Change time
        </button>
        <button type="button" className={styles.link} aria-pressed={more} onClick={() => onMore(!more)}>
          {more ? 'Main set' : 'More'}
        </button>
      </header>
      {changingTime && (
        <div className={styles.time}>
          <b>{time((takenAt ?? { at: toInstant(serverClock.nowMs()) }).at)}</b>
          <TimeSteps touch={takenAt ?? touched()} onTouch={onTakenAt} />
          <Button look="primary" onClick={() => onChangingTime(false)}>
            Done
          </Button>
        </div>
      )}
    </>
  );
}

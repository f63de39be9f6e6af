import { useState } from 'react';
import { MINUTE_MS, toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { serverClock } from '../../../live/live.ts';
import { moved, type Touch } from './moved.ts';
import styles from './time-choice.module.css';

/** Steps back and forth, in minutes. */
const STEPS = [-10, -5, -1, 1] as const;

/** When it happened: the first touch, unless a person sets it back. Never in the future. */
export function TimeChoice({
  touch,
  onTouch,
  label = 'Happened',
}: {
  readonly touch: Touch;
  readonly onTouch: (touch: Touch) => void;
  readonly label?: string;
}) {
  const { time, date } = useClinicTime();
  const [open, setOpen] = useState(false);
  // Another day is never just a time.
  const today = date(touch.at) === date(serverClock.nowMs());
  const at = (
    <span>
      {label} at <b>{time(touch.at)}</b>
      {!today && <b> on {date(touch.at)}</b>}
    </span>
  );
  if (!open)
    return (
      <div className={styles.row}>
        {at}
        <button type="button" className={styles.change} onClick={() => setOpen(true)}>
          Change time
        </button>
      </div>
    );
  return (
    <div className={styles.row}>
      {at}
      <TimeSteps touch={touch} onTouch={onTouch} />
    </div>
  );
}

/** The steps themselves, each 48 px. */
export function TimeSteps({ touch, onTouch }: { readonly touch: Touch; readonly onTouch: (touch: Touch) => void }) {
  const { time } = useClinicTime();
  return (
    <fieldset className={styles.steps}>
      <legend className="vh">Time {time(touch.at)}</legend>
      {STEPS.map((minutes) => (
        <Button
          key={minutes}
          aria-label={minutes < 0 ? `${-minutes} minutes earlier` : `${minutes} minutes later`}
          disabled={minutes > 0 && toMs(touch.at) + minutes * MINUTE_MS > serverClock.nowMs()}
          onClick={() => onTouch(moved(touch, minutes, serverClock.nowMs()))}
        >
          {minutes < 0 ? `−${-minutes}` : `+${minutes}`}
        </Button>
      ))}
      <Button onClick={() => onTouch({ ...touch, at: serverClock.now() })}>Now</Button>
    </fieldset>
  );
}

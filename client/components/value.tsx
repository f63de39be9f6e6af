import type { ReactNode } from 'react';
import type { AlarmPriority } from '../../shared/session/alarm-kinds.ts';
import type { ValueState } from '../../shared/vitals/due.ts';
import { cx } from './cx.ts';
import styles from './value.module.css';

interface ValueProps {
  readonly state?: ValueState;
  /** In alarm, together with its strip; low alarms colour no number. */
  readonly alarm?: AlarmPriority | undefined;
  readonly size?: 18 | 20 | 24 | 28 | 40 | 56;
  readonly unit?: string;
  /** In words, for a voice: what it is, how much of what, and whose. */
  readonly said?: string | undefined;
  readonly children: ReactNode;
}

/** A measured number. On a screen that is not live every one looks stale. */
export function Value({ state = 'fresh', alarm, size = 20, unit, said, children }: ValueProps) {
  return (
    <span {...(said === undefined ? {} : { role: 'img', 'aria-label': said })}>
      <span
        className={cx(styles.num, styles[`t${size}`], alarm !== undefined && styles[alarm], state === 'stale' && styles.stale)}
      >
        {children}
      </span>
      {unit !== undefined && <span className={styles.unit}> {unit}</span>}
    </span>
  );
}

/** Blood pressure, both numbers of one reading; each has the colour of its own alarm. */
export function Pressure({
  systolic,
  diastolic,
  alarm,
  diastolicAlarm,
  ...rest
}: Omit<ValueProps, 'children'> & {
  readonly systolic: number;
  readonly diastolic: number;
  readonly diastolicAlarm?: AlarmPriority | undefined;
}) {
  return (
    <Value {...rest}>
      <span className={alarm && styles[alarm]}>{systolic}</span>
      <span className={styles.slash}>/</span>
      <span className={diastolicAlarm && styles[diastolicAlarm]}>{diastolic}</span>
    </Value>
  );
}

/** Missing is words, never a dash, a zero or the last value. */
export function Missing({ children = 'not measured' }: { readonly children?: ReactNode }) {
  return <span className={styles.missing}>{children}</span>;
}

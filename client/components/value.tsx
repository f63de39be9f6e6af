import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './value.module.css';

/** What a number may be taken for: `fresh` as live, `stale` too old for that, `high`/`medium` in alarm. */
export type ValueState = 'fresh' | 'stale' | 'high' | 'medium';

interface ValueProps {
  readonly state?: ValueState;
  readonly size?: 18 | 20 | 24 | 28 | 40 | 56;
  readonly unit?: string;
  readonly children: ReactNode;
}

/** A measured number. On a screen that is not live every one looks stale. */
export function Value({ state = 'fresh', size = 20, unit, children }: ValueProps) {
  return (
    <span>
      <span className={cx(styles.num, styles[`t${size}`], state === 'fresh' ? undefined : styles[state])}>{children}</span>
      {unit !== undefined && <span className={styles.unit}> {unit}</span>}
    </span>
  );
}

/** Blood pressure, both numbers of one reading. */
export function Pressure({
  systolic,
  diastolic,
  ...rest
}: Omit<ValueProps, 'children'> & { readonly systolic: number; readonly diastolic: number }) {
  return (
    <Value {...rest}>
      {systolic}
      <span className={styles.slash}>/</span>
      {diastolic}
    </Value>
  );
}

/** Missing is words, never a dash, a zero or the last value. */
export function Missing({ children = 'not measured' }: { readonly children?: ReactNode }) {
  return <span className={styles.missing}>{children}</span>;
}

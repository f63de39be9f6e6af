import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { ProgressLook } from './progress-bar.tsx';
import styles from './ring.module.css';

interface RingProps {
  readonly value: number;
  readonly max: number;
  readonly look: ProgressLook;
  readonly said: string;
  /** What stands in the middle. */
  readonly children: ReactNode;
}

const RADIUS = 45;
const AROUND = 2 * Math.PI * RADIUS;

/** Progress as a ring with words in the middle. */
export function Ring({ value, max, look, said, children }: RingProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      className={styles.ring}
      role="progressbar"
      aria-label="Progress"
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={said}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className={styles.track} cx="50" cy="50" r={RADIUS} />
        <circle
          className={cx(styles.done, styles[look])}
          cx="50"
          cy="50"
          r={RADIUS}
          strokeDasharray={`${share * AROUND} ${AROUND}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <div className={styles.middle}>{children}</div>
    </div>
  );
}

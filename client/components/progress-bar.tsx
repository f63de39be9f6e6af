import { cx } from './cx.ts';
import styles from './progress-bar.module.css';

export type ProgressLook = 'infusion' | 'paused' | 'recovery' | 'neutral';

interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  readonly look: ProgressLook;
  /** Said with it, e.g. `31 of 40 minutes`. */
  readonly said: string;
}

/** How far something has come. Past the end it stays full: the words beside it say how far past. */
export function ProgressBar({ value, max, look, said }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span
      className={cx(styles.bar, styles[look])}
      role="progressbar"
      aria-label="Progress"
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={said}
    >
      <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}

/** A few steps of which some are done. */
export function Steps({ done, of, said }: { readonly done: number; readonly of: number; readonly said: string }) {
  return (
    <span
      className={styles.steps}
      role="progressbar"
      aria-label="Progress"
      aria-valuenow={done}
      aria-valuemax={of}
      aria-valuetext={said}
    >
      {Array.from({ length: of }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are alike and keep their place
        <i key={step} className={cx(step < done && styles.done)} />
      ))}
    </span>
  );
}

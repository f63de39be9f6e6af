import type { ReactNode } from 'react';
import { cx } from '../../components/cx.ts';
import type { ProgressLook } from '../../components/progress-bar.tsx';
import styles from './card.module.css';
import own from './phase-line.module.css';

interface RowsProps {
  readonly look?: ProgressLook;
  readonly phase: ReactNode;
  readonly right: ReactNode;
  readonly bar: ReactNode;
  readonly belowLeft: ReactNode;
  readonly belowRight: ReactNode;
}

export function Rows({ look, phase, right, bar, belowLeft, belowRight }: RowsProps) {
  return (
    <section className={own.phaseLine}>
      <div className={own.row}>
        <span className={cx(own.phase, look === 'infusion' && own.infusing)}>{phase}</span>
        <span className={own.nowrap}>{right}</span>
      </div>
      {bar}
      <div className={own.row}>
        <span className={styles.cut}>{belowLeft}</span>
        <span className={own.nowrap}>{belowRight}</span>
      </div>
    </section>
  );
}

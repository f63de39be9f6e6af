import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { cx } from './cx.ts';

/** A short fact in a frame. `dashed` is for what is not settled yet: waiting to be sent, proposed. */
export function Chip({
  children,
  icon,
  dashed = false,
}: {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly dashed?: boolean;
}) {
  return (
    <span className={cx(styles.chip, dashed && styles.dashed)}>
      {icon}
      {children}
    </span>
  );
}

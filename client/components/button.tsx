import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one filled button of a screen: the next thing to do. `framed` asks for attention without being next. */
  readonly look?: 'plain' | 'primary' | 'ghost' | 'framed';
  /** `pointer` 36 px for desktop screens, `touch` 48 px, `large` 56 px at the chair. */
  readonly size?: 'pointer' | 'touch' | 'large';
  readonly icon?: ReactNode;
  /** Something is on its way: it looks busy and takes no second press. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. Locked (`disabled`) looks dashed; say beside it why. */
export function Button({
  look = 'plain',
  size = 'touch',
  icon,
  busy = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={cx(styles.button, styles[look], styles[size], busy && styles.busy, className)}
    >
      {icon}
      {children}
    </button>
  );
}

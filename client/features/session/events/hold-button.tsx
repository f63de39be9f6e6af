import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '../../../components/cx.ts';
import styles from './event-bar.module.css';

/** Long enough that nobody does it in passing. */
const HOLD_MS = 900;
/** As long as it takes to read two words. */
const HINT_MS = 3_000;

interface HoldButtonProps {
  readonly children: ReactNode;
  readonly icon: ReactNode;
  /** What holding does, for a screen reader: "hold to call". */
  readonly said: string;
  readonly onHeld: () => void;
  readonly framed?: boolean;
  readonly disabled?: boolean;
}

/** A button that has to be held. The fill grows while it is; letting go early does nothing but say how. Space and Enter hold as well. */
export function HoldButton({ children, icon, said, onHeld, framed = false, disabled = false }: HoldButtonProps) {
  const [holding, setHolding] = useState(false);
  const [hint, setHint] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!hint) return;
    const over = setTimeout(() => setHint(false), HINT_MS);
    return () => clearTimeout(over);
  }, [hint]);
  const begin = () => {
    if (disabled || timer.current !== undefined) return;
    setHolding(true);
    setHint(false);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setHolding(false);
      onHeld();
    }, HOLD_MS);
  };
  const letGo = () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
    setHint(true);
  };
  return (
    <button
      type="button"
      className={cx(styles.hold, framed && styles.framed, holding && styles.holding)}
      disabled={disabled}
      aria-description={said}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        if (!event.repeat) begin();
      }}
      onKeyUp={letGo}
      onBlur={letGo}
    >
      {icon}
      {/* Its name stays what it does. */}
      <span className={hint ? 'vh' : undefined}>{children}</span>
      {hint && <span aria-hidden="true">Keep holding</span>}
    </button>
  );
}

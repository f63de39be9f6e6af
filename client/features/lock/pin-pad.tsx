import { Delete } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './pin-pad.module.css';

const PLACES = [1, 2, 3, 4, 5, 6];
const LENGTH = PLACES.length;

interface PinPadProps {
  /** Six digits were typed; resolves with what is wrong with them, or with nothing when they were right. */
  readonly onPin: (pin: string) => Promise<string | undefined>;
}

/** Six digits on keys of our own, 56 px and more: no keyboard of the device, nothing to press after the last digit. */
export function PinPad({ onPin }: PinPadProps) {
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const pad = useRef<HTMLFieldSetElement>(null);
  useEffect(() => pad.current?.focus(), []);

  const type = async (digit: string) => {
    if (busy || pin.length >= LENGTH) return;
    const typed = pin + digit;
    setPin(typed);
    setWrong(undefined);
    if (typed.length < LENGTH) return;
    setBusy(true);
    const fault = await onPin(typed);
    setBusy(false);
    setPin('');
    setWrong(fault);
  };
  const erase = () => setPin((typed) => (busy ? typed : typed.slice(0, -1)));
  const onKey = (event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) void type(event.key);
    else if (event.key === 'Backspace') erase();
    else return;
    event.preventDefault();
  };
  const key = (digit: string) => (
    <button key={digit} type="button" className={styles.key} onClick={() => void type(digit)}>
      {digit}
    </button>
  );

  return (
    <fieldset ref={pad} className={styles.pad} tabIndex={-1} aria-label="PIN" onKeyDown={onKey} aria-busy={busy}>
      <p className={styles.dots} aria-hidden="true">
        {PLACES.map((place) => (
          <span key={place} data-filled={place <= pin.length || undefined} />
        ))}
      </p>
      <p className="vh" aria-live="polite">
        {pin === '' ? '' : `${pin.length} of ${LENGTH} digits`}
      </p>
      <p className={styles.wrong} role="alert">
        {wrong ?? ''}
      </p>
      <div className={styles.keys}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
        <span />
        {key('0')}
        <button type="button" className={styles.key} aria-label="Delete digit" onClick={erase}>
          <Delete size={24} aria-hidden="true" />
        </button>
      </div>
    </fieldset>
  );
}

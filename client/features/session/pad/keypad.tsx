import { Delete } from 'lucide-react';
import own from './keypad.module.css';
import type { PadAction } from './pad-state.ts';

interface KeypadProps {
  readonly onPress: (action: PadAction) => void;
  readonly disabled: boolean;
  /** What the key says that leaves a sign without a value. */
  readonly leaveOut?: string;
  readonly mayLeaveOut?: boolean;
}

/** Our own keypad: keys of 56 px and more, so that no keyboard of the device covers the values. */
export function Keypad({ onPress, disabled, leaveOut = 'Not measured', mayLeaveOut = true }: KeypadProps) {
  const digit = (value: number) => (
    <button
      key={value}
      type="button"
      className={own.key}
      disabled={disabled}
      onClick={() => onPress({ type: 'digit', digit: value })}
    >
      {value}
    </button>
  );
  return (
    <fieldset className={own.keypad} aria-label="Number pad">
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
      <button
        type="button"
        className={own.keyFunction}
        aria-label="Delete digit"
        disabled={disabled}
        onClick={() => onPress({ type: 'delete' })}
      >
        <Delete size={24} aria-hidden="true" />
      </button>
      {digit(0)}
      <button type="button" className={own.keyFunction} disabled={disabled} onClick={() => onPress({ type: 'next' })}>
        Next
      </button>
      <button
        type="button"
        className={own.keyWide}
        disabled={disabled || !mayLeaveOut}
        onClick={() => onPress({ type: 'not-measured' })}
      >
        {leaveOut}
      </button>
    </fieldset>
  );
}

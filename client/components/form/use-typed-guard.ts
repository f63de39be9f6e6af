import { useEffect } from 'react';
import { holdTyped } from '../../live/typed-values.ts';

/** A part of the screen that is no form holds typed values, for as long as it does: leaving asks. */
export function useTypedGuard(dirty: boolean): void {
  useEffect(() => (dirty ? holdTyped() : undefined), [dirty]);
}

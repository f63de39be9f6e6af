import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { Button } from '../../components/button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { holdTyped, typedStore } from '../../live/typed-values.ts';
import styles from './leave-guard.module.css';

/** Says that a part of the screen holds typed values, for as long as it does. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => (dirty ? holdTyped() : undefined), [dirty]);
}

/** A form belongs to the visit in which it was opened: leaving with typed values asks. Once per screen. */
export function LeaveQuestion() {
  const dirty = useStore(typedStore, ({ parts }) => parts > 0);
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <Sheet title="Values are not saved" open onClose={blocker.reset}>
      <p>What you entered belongs to this visit and is not saved yet.</p>
      <div className={styles.actions}>
        <Button size="large" onClick={blocker.proceed}>
          Throw away and leave
        </Button>
        <Button size="large" look="primary" onClick={blocker.reset}>
          Stay here
        </Button>
      </div>
    </Sheet>
  );
}

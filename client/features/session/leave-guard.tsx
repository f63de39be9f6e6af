import { useBlocker } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from '../../components/button.tsx';
import { Sheet } from '../../components/sheet.tsx';
import styles from './leave-guard.module.css';

/** How many parts of the screen hold typed values. */
let dirtyParts = 0;
const listeners = new Set<() => void>();
const change = (by: 1 | -1) => {
  dirtyParts += by;
  for (const listener of listeners) listener();
};

/** Says that a part of the screen holds typed values, for as long as it does. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    change(1);
    return () => change(-1);
  }, [dirty]);
}

/** A form belongs to the visit in which it was opened: leaving with typed values asks. Once per screen. */
export function LeaveQuestion() {
  const dirty = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dirtyParts > 0,
  );
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

import { useEffect } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { forgetLock, letIn, useTablet } from '../../live/tablet.ts';
import { useTakenOut } from './lock-clinic.ts';
import styles from './lock-screen.module.css';
import { LockScreen } from './lock-screen.tsx';

/** The lock over the screens, which stay as they are beneath: whoever comes back goes on where they were. */
export function LockOverlay() {
  const noTablet = useTablet(({ device }) => device?.enrolled === false);
  const takenOut = useTakenOut();
  useEffect(() => {
    if (!noTablet && !takenOut) return;
    forgetLock();
    // A fresh page: whatever any screen kept of a patient in memory is gone with the old one.
    location.replace('/sign-in');
  }, [noTablet, takenOut]);
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Locked">
          <LockScreen onLetIn={letIn} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Something was typed or chosen: a tap beside it or Escape asks before it is thrown away. */
  readonly dirty?: boolean;
  readonly children: ReactNode;
  /** `side` comes from the right (drawer), `centre` stands in the middle; on a phone both come from below. */
  readonly place?: 'centre' | 'side';
}

/** A form over the screen. The focus stays in it and goes back where it came from. */
export function Sheet({ title, open, onClose, dirty = false, children, place = 'centre' }: SheetProps) {
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    onClose();
  };
  const ask = () => (dirty ? setAsking(true) : close());
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={open}
      isDismissable
      // A tap beside the form never throws typed values away.
      shouldCloseOnInteractOutside={() => !dirty}
      onOpenChange={(next) => {
        if (!next) ask();
      }}
    >
      <Modal className={place === 'side' ? (styles.side ?? '') : (styles.centre ?? '')}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className={styles.close} aria-label="Close" onClick={ask}>
              <X size={24} aria-hidden="true" />
            </button>
          </header>
          {asking && (
            <div className={styles.asking} role="alert">
              <p>Discard what you entered?</p>
              <div>
                <Button look="primary" onClick={() => setAsking(false)}>
                  Keep editing
                </Button>
                <Button onClick={close}>Discard</Button>
              </div>
            </div>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

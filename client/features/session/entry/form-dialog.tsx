import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { useVisit } from '../visit.ts';
import styles from './form-dialog.module.css';
import type { Touch } from './moved.ts';
import { problemText, type Submission } from './submission.ts';
import { TimeChoice } from './time-choice.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly submission: Pick<Submission, 'state' | 'problem'>;
  /** Whether something would be lost by closing. */
  readonly dirty: boolean;
  /** Said instead of sending, when a field is not right yet. */
  readonly fault?: string | undefined;
  readonly touch?: Touch;
  readonly onTouch?: (touch: Touch) => void;
  readonly locked?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/**
 * A form of one visit; its title names the patient. What was typed is never lost by a tap beside it or by Escape: it asks.
 * While an entry is on its way the form stays, and says so.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, children, submitLabel, submission, dirty, fault, touch, onTouch, locked = false, onSubmit, onClose } = props;
  const { patient } = useVisit();
  const busy = submission.state !== 'idle';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !locked) onSubmit();
  };
  return (
    <Sheet title={`${title} · ${patient.givenName} ${patient.familyName}`} open onClose={onClose} dirty={dirty || busy}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children}
        {touch !== undefined && onTouch !== undefined && <TimeChoice touch={touch} onTouch={onTouch} />}
        <footer className={styles.foot}>
          <Said submission={submission} fault={fault} />
          <Button size="large" look="primary" type="submit" busy={busy} disabled={locked}>
            {submission.state === 'waiting' ? 'Waiting to send …' : submitLabel}
          </Button>
        </footer>
      </form>
    </Sheet>
  );
}

/** What stands in the way, where the eye is when a button did not do it. */
export function Said({
  submission,
  fault,
}: {
  readonly submission: Pick<Submission, 'state' | 'problem'>;
  readonly fault?: string | undefined;
}) {
  const text =
    fault ??
    (submission.state === 'waiting'
      ? 'Not sent yet: no answer. What you entered is kept here and goes again by itself.'
      : submission.problem === undefined
        ? ''
        : problemText(submission.problem));
  return (
    <p className={styles.said} role="status">
      {text}
    </p>
  );
}

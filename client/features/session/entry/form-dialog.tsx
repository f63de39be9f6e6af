import type { ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { FormBody } from '../../../components/form/form-body.tsx';
import type { FormFrame } from '../../../components/form/use-form.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import styles from './form-dialog.module.css';
import type { Touch } from './moved.ts';
import { problemText, type Submission } from './submission.ts';
import { TimeChoice } from './time-choice.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly form: FormFrame & { readonly touch: Touch; readonly setTouch: (touch: Touch) => void };
  /** Whether the time of the entry can be set back. */
  readonly timed?: boolean;
  /** Something stands against it that this person cannot decide. */
  readonly locked?: boolean;
  /** Stands above the form and is no part of it: it may open a form of its own. */
  readonly above?: ReactNode;
  readonly onClose: () => void;
}

/**
 * A form of one visit; its title names the patient. What was typed is never lost by a tap beside it or by Escape: it asks.
 * While an entry is on its way the form stays, and says so.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, children, submitLabel, form, timed = false, locked = false, above, onClose } = props;
  return (
    <VisitSheet title={title} open onClose={onClose} dirty={form.dirty || form.busy}>
      {above}
      <FormBody form={form} className={styles.form}>
        {children}
        {timed && <TimeChoice touch={form.touch} onTouch={form.setTouch} />}
        <footer className={styles.foot}>
          <Said submission={form} fault={form.doubt} />
          <Button size="large" look="primary" type="submit" busy={form.busy} disabled={locked}>
            {form.state === 'waiting' ? 'Waiting to send …' : submitLabel}
          </Button>
        </footer>
      </FormBody>
    </VisitSheet>
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

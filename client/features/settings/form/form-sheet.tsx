import type { ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import styles from './form.module.css';
import type { Form } from './use-form.ts';

interface FormSheetProps<F extends string> {
  readonly title: string;
  readonly form: Form<F>;
  readonly onClose: () => void;
  /** On the button that stores. */
  readonly save: string;
  readonly children: ReactNode;
}

/** A form over the screen. What is typed is never thrown away by a tap beside it. */
export function FormSheet<F extends string>({ title, form, onClose, save, children }: FormSheetProps<F>) {
  return (
    <Sheet title={title} open onClose={onClose} dirty={form.dirty}>
      <form ref={form.ref} className={styles.form} onSubmit={form.submit} noValidate>
        {children}
        {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
        <div className={styles.actions}>
          <Button type="submit" look="primary" busy={form.busy}>
            {form.busy ? 'Storing …' : save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

import { type ReactNode, useId } from 'react';
import { Button } from '../button.tsx';
import { ProblemMessage } from '../problem-message.tsx';
import { Sheet } from '../sheet.tsx';
import { FieldError } from './field-error.tsx';
import styles from './form.module.css';
import { FormBody } from './form-body.tsx';
import type { FormFrame } from './use-form.ts';

interface FormSheetProps {
  readonly title: string;
  readonly form: FormFrame;
  readonly onClose: () => void;
  /** On the button that stores. */
  readonly save: string;
  readonly children: ReactNode;
}

/** A form over the screen. What is typed is never thrown away by a tap beside it. */
export function FormSheet({ title, form, onClose, save, children }: FormSheetProps) {
  const doubtId = useId();
  return (
    <Sheet title={title} open onClose={onClose} dirty={form.dirty}>
      <FormBody form={form} className={styles.form}>
        {children}
        {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
        <FieldError id={`${doubtId}-doubt`} aloud>
          {form.doubt}
        </FieldError>
        <div className={styles.actions}>
          <Button type="submit" look="primary" busy={form.busy}>
            {form.busy ? 'Storing …' : save}
          </Button>
        </div>
      </FormBody>
    </Sheet>
  );
}

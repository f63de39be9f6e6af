import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import styles from './field.module.css';
import { FieldError } from './field-error.tsx';

/** What is said of a field beside its value. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it, from the form or from the server. */
  readonly error?: string | undefined;
}

/** What ties an input to the words around it. */
interface Tied {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** A label, one input, a hint, and what is wrong. */
export function Field({
  label,
  hint,
  error,
  className,
  children,
}: FieldWords & { readonly className?: string | undefined; readonly children: (tied: Tied) => ReactNode }) {
  const id = useId();
  const isHinted = hint !== undefined && hint !== '';
  const described = [isHinted ? `${id}-hint` : '', error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, ...(described === '' ? {} : { 'aria-describedby': described }) })}
      {isHinted && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

/** A field of buttons without a name of its own in sight: what is wrong stands beneath, and the first button gets the focus. */
export function ButtonsField({
  name,
  error,
  children,
}: {
  readonly name: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.field} data-field={name}>
      {children}
      <FieldError id={`${id}-error`} aloud>
        {error}
      </FieldError>
    </div>
  );
}

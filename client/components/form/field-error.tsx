import styles from '../notice.module.css';

interface FieldErrorProps {
  readonly id: string;
  /** Says it by itself: a field of buttons has none that it could describe. */
  readonly aloud?: boolean;
  readonly children: string | undefined;
}

/** What is wrong with one field; name it in the field's `aria-describedby`. */
export function FieldError({ id, aloud = false, children }: FieldErrorProps) {
  return children === undefined ? null : (
    <p id={id} className={styles.field} {...(aloud ? { role: 'alert' } : {})}>
      {children}
    </p>
  );
}

import styles from './notice.module.css';

/** What is wrong with one field; name it in the field's `aria-describedby`. */
export function FieldError({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return children === undefined ? null : (
    <p id={id} className={styles.field}>
      {children}
    </p>
  );
}

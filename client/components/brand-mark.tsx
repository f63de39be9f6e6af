import styles from './brand-mark.module.css';

/** The chair with a trace of the drug running. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 5.500l4 9h8.500l3.500 5M8 14.500l-3 5" />
      <path className={styles.trace} d="M11 9.500h2l1.500-3 2 6 1.200-3H21" />
    </svg>
  );
}

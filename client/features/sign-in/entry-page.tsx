import type { ReactNode } from 'react';
import { BrandMark } from '../../components/brand-mark.tsx';
import styles from './sign-in.module.css';

/** The page in front of the clinic: brand, one form, and what this is not. */
export function EntryPage({
  title,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <div className={wide ? styles.wide : styles.card}>
        <p className={styles.brand}>
          <BrandMark />
          Chairside
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <p className={styles.disclaimer}>Supplementary display. Not a patient monitor.</p>
    </main>
  );
}

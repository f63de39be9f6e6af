import type { ReactNode } from 'react';
import { mayDo, type Right } from '../../../shared/access/rights.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMe } from '../../live/live.ts';
import styles from './settings.module.css';

/** Whether who is signed in may do something; the server decides it again. */
export const useMay = (right: Right): boolean => mayDo(useMe()?.role, right);

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Who sees this part at all. */
  readonly right: Right;
  readonly children: ReactNode;
}

/** One part of settings: its name, what it is for, what can be done, and its contents. */
export function SettingsSection({ title, lead, actions, right, children }: SectionProps) {
  const may = useMay(right);
  if (!may) return <EmptyState title="Not for your role">Ask an administrator of the clinic.</EmptyState>;
  return (
    <section className={styles.section} aria-labelledby="section-title">
      <header className={styles.head}>
        <div>
          <h1 id="section-title">{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

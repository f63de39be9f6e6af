import type { ReactNode } from 'react';
import { BASELINE_CHECK, readyChecks } from '../../../../shared/deciding/readiness.ts';
import { useMoment } from '../../../live/use-moment.ts';
import { useVisit } from '../visit.ts';
import { OverrideRow } from './override-row.tsx';
import styles from './precheck.module.css';

/** The baseline on the same pad, against the hold limits; what holds the start stands above it. */
export function BaselinePanel({ children }: { readonly children: ReactNode }) {
  const { session, protocol, results, patient } = useVisit();
  const minute = useMoment(session, 10_000);
  const check = readyChecks(session, protocol, minute, results, patient.allergies).find(({ id }) => id === BASELINE_CHECK);
  return (
    <div className={styles.padPanel}>
      {check?.state === 'failed' && <OverrideRow check={check} />}
      {children}
    </div>
  );
}

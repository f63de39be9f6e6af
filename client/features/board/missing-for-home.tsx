import { Check } from 'lucide-react';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../shared/clinic/protocol.ts';
import { dischargeChecks } from '../../../shared/deciding/discharge.ts';
import { lastHappenedMs } from '../../../shared/session/entries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { cx } from '../../components/cx.ts';
import { useClinic, useNow } from '../../live/live.ts';
import styles from './recovery-column.module.css';

interface MissingProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** What keeps the patient of a bay here, in words. */
export function MissingForHome({ session, protocol }: MissingProps) {
  const results = useClinic((clinic) => outcomesOf(clinic, session.patientId));
  const text = useNow((now) => {
    const checks = dischargeChecks(session, protocol, Math.max(now, lastHappenedMs(session)), results);
    const missing = checks.filter(({ met }) => !met).map(({ why, label }) => why ?? label);
    return JSON.stringify({ of: checks.length, missing });
  });
  const { of, missing } = JSON.parse(text) as { of: number; missing: string[] };
  if (missing.length === 0)
    return (
      <p className={cx(styles.missing, styles.ready)}>
        <Check size={16} aria-hidden="true" />
        <b>
          {of} of {of}
        </b>{' '}
        ready to discharge
      </p>
    );
  return (
    <p className={styles.missing} title={missing.join(' · ')}>
      <b>{missing.length} to go:</b> {missing.join(' · ')}
    </p>
  );
}

import { HeartPulse } from 'lucide-react';
import { useState } from 'react';
import { conditionRows, conditionsText } from '../../../../shared/clinic/conditions.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { isPresent } from '../../../../shared/session/occupancy.ts';
import { cx } from '../../../components/cx.ts';
import { useVisit } from '../visit.ts';
import { ConditionsForm } from './conditions-form.tsx';
import styles from './identity-chip.module.css';

/** Beside the name: conditions that matter while the drug is given, those that the protocol watches first and strong; a tap changes them. */
export function ConditionsChip() {
  const { session, patient, protocol, mayChart } = useVisit();
  const [open, setOpen] = useState(false);
  const mayChange = mayChart && isPresent(session);
  const { conditions } = patient;
  const watched = watchOf(protocol).conditions;
  const words = conditionsText(conditions ?? [], watched);
  if (!mayChange && words === '') return null;
  const rows = conditionRows(conditions ?? [], watched);
  const why = rows.map((one) => `${one.label}: ${one.why}`).join('. ');
  const said = words === '' ? `Conditions: ${conditions === undefined ? 'not asked' : 'none'}` : words;
  return (
    <>
      <button
        type="button"
        className={cx(styles.chip, rows.some(({ id }) => watched.includes(id)) && styles.inForce, words === '' && styles.prompt)}
        aria-label={mayChange ? `${said}. Change conditions` : said}
        title={why === '' ? undefined : why}
        disabled={!mayChange}
        onClick={() => setOpen(true)}
      >
        <span className={styles.pill}>
          <HeartPulse size={14} aria-hidden="true" />
          <span>{said}</span>
        </span>
      </button>
      {open && <ConditionsForm onClose={() => setOpen(false)} />}
    </>
  );
}

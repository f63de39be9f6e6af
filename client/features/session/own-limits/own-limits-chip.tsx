import { Gauge } from 'lucide-react';
import { useState } from 'react';
import { ownLimitsText } from '../../../../shared/session/own-limits.ts';
import { ownLimitsOf } from '../../../../shared/vitals/own-limits.ts';
import { cx } from '../../../components/cx.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit, type Visit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import styles from './own-limits.module.css';
import { OwnLimitsForm } from './own-limits-form.tsx';

/** Beside the name: the patient's own limits while any are in force; a tap says the whole, and a physician changes them there. */
export function OwnLimitsChip() {
  const visit = useVisit();
  const [open, setOpen] = useState(false);
  const said = ownLimitsOf(visit.session);
  const maySet = maySetLimits(visit);
  if (said === undefined && !maySet) return null;
  const words = said === undefined ? undefined : ownLimitsText(said.data.limits);
  return (
    <>
      <button
        type="button"
        className={cx(styles.chip, said !== undefined && styles.inForce)}
        aria-label={words === undefined ? 'Set own limits' : `Own limits: ${words}`}
        onClick={() => setOpen(true)}
      >
        <Gauge size={14} aria-hidden="true" />
        <span>{words === undefined ? 'Own limits …' : `Own limits: ${words}`}</span>
      </button>
      {open && maySet && <OwnLimitsForm above={<Said />} onClose={() => setOpen(false)} />}
      {open && !maySet && (
        <VisitSheet title="Own limits" open onClose={() => setOpen(false)}>
          <Said />
        </VisitSheet>
      )}
    </>
  );
}

const maySetLimits = ({ me, over }: Visit) => me.role === 'physician' && !over;

/** What is in force, who said so, when and why. */
function Said() {
  const { session, clinic, over } = useVisit();
  const { time } = useClinicTime();
  const said = ownLimitsOf(session);
  if (said === undefined) return null;
  const by = clinic.staff.get(said.actor.id);
  const name = by === undefined ? 'A physician' : by.title === undefined ? by.name : `${by.name}, ${by.title}`;
  return (
    <p className={styles.said}>
      <b>{ownLimitsText(said.data.limits)}</b>
      <span>{said.data.reason}</span>
      <span>
        {name}, {time(said.happenedAt)}, {over ? 'until the visit ended' : 'until this visit ends'}
      </span>
    </p>
  );
}

import { Gauge } from 'lucide-react';
import { useState } from 'react';
import type { Formats } from '../../../../shared/clinic/formats.ts';
import { ownLimitsText } from '../../../../shared/session/own-limits.ts';
import { limitsLeftOut, ownLimitsOf } from '../../../../shared/vitals/own-limits.ts';
import { cx } from '../../../components/cx.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import chip from '../identity/identity-chip.module.css';
import { useVisit, type Visit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import styles from './own-limits.module.css';
import { OwnLimitsForm } from './own-limits-form.tsx';

/** Beside the name: the patient's own limits while any are in force; a tap says the whole, and a physician changes them there. */
export function OwnLimitsChip() {
  const visit = useVisit();
  const [open, setOpen] = useState(false);
  const words = wordsOf(visit, useFormats());
  const maySet = maySetLimits(visit);
  if (words === undefined && !maySet) return null;
  return (
    <>
      <button
        type="button"
        className={cx(chip.chip, words === undefined ? chip.prompt : chip.inForce)}
        aria-label={words === undefined ? 'Set own limits' : `Own limits: ${words}`}
        onClick={() => setOpen(true)}
      >
        <span className={chip.pill}>
          <Gauge size={14} aria-hidden="true" />
          <span>
            {words === undefined ? (
              'Own limits …'
            ) : (
              <>
                <span className="vh">Own limits: </span>
                {words}
              </>
            )}
          </span>
        </span>
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

/** Limits that a physician set for this patient and with which this visit could not begin. */
const leftOutOf = ({ session, patient, clinic }: Visit) =>
  limitsLeftOut(session, patient.ownLimits, clinic.clinic?.timeZone ?? 'UTC');

/** `Systolic ≤ 170 · not used: SpO₂ ≥ 91`; nothing where the protocol's apply and nobody set any. */
function wordsOf(visit: Visit, formats: Formats): string | undefined {
  const said = ownLimitsOf(visit.session);
  const leftOut = visit.over ? undefined : leftOutOf(visit);
  const words = [
    ...(said === undefined ? [] : [ownLimitsText(said.data.limits, formats)]),
    ...(leftOut === undefined ? [] : [`not used: ${ownLimitsText(leftOut, formats)}`]),
  ];
  return words.length === 0 ? undefined : words.join(' · ');
}

/** What is in force, who said so, when and why; and what of a physician's word is not. */
function Said() {
  const visit = useVisit();
  const formats = useFormats();
  const leftOut = visit.over ? undefined : leftOutOf(visit);
  return (
    <>
      <InForce />
      {leftOut !== undefined && (
        <p className={styles.said}>
          <b>Not used in this visit: {ownLimitsText(leftOut, formats)}</b>
          <span>
            {visit.patient.ownLimits?.reason}. This protocol has no such limit, or it would cross another; the protocol’s own
            apply. A physician can set limits for this visit.
          </span>
        </p>
      )}
    </>
  );
}

function InForce() {
  const formats = useFormats();
  const { session, clinic, over } = useVisit();
  const { time, calendarDate } = useClinicTime();
  const said = ownLimitsOf(session);
  if (said === undefined) return null;
  const { limits, reason, until = 'visit' } = said.data;
  const by = clinic.staff.get(said.data.by ?? said.actor.id);
  const name = by === undefined ? 'A physician' : by.title === undefined ? by.name : `${by.name}, ${by.title}`;
  return (
    <p className={styles.said}>
      <b>{ownLimitsText(limits, formats)}</b>
      <span>{reason}</span>
      <span>
        {name}
        {said.data.by === undefined ? `, ${time(said.happenedAt)}` : ', at an earlier visit'}
        {until === 'visit'
          ? over
            ? ', until the visit ended'
            : ', until this visit ends'
          : `, for every visit until ${calendarDate(until)}`}
      </span>
    </p>
  );
}

import { Check } from 'lucide-react';
import { useState } from 'react';
import type { Criterion } from '../../../../shared/clinic/protocol.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { announce } from '../../../components/announcer.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import styles from './recovering.module.css';

/** What a person confirms before the patient goes home, each with one tap, with who and when. */
export function CriteriaCard() {
  const { protocol } = useVisit();
  return (
    <section className={styles.criteria} aria-label="Before discharge">
      <ul>
        {protocol.criteria.map((criterion) => (
          <li key={criterion.id}>
            <Tick criterion={criterion} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tick({ criterion }: { readonly criterion: Criterion }) {
  const { session, clinic, mayChart } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [sending, setSending] = useState<boolean>();
  const answered = entriesOf(session, 'criterion-answered').findLast(({ data }) => data.criterion === criterion.id);
  const recorded = answered?.data.met ?? false;
  const met = sending ?? recorded;
  const escort = entriesOf(session, 'checked-in').at(-1)?.data.escort;
  const hint =
    criterion.id === 'escort-here'
      ? escort === undefined
        ? 'no escort named'
        : [escort.name, ...(escort.phone === undefined ? [] : [escort.phone])].join(', ')
      : 'not confirmed';
  const answer = async () => {
    setSending(!recorded);
    const accepted = await submission.send([
      entryOf(session.patientId, touched(), 'answer-criterion', { criterion: criterion.id, met: !recorded }),
    ]);
    setSending(undefined);
    if (accepted === 0) announce('Not stored', 'assertive');
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a whole row is the target, with words a checkbox cannot hold */}
      <button
        type="button"
        role="checkbox"
        className={styles.tick}
        aria-checked={met}
        disabled={!mayChart || sending !== undefined}
        onClick={() => void answer()}
      >
        <i>{met && <Check size={18} strokeWidth={3} aria-hidden="true" />}</i>
        <span>
          <b>{criterion.label}</b>
          <small>
            {answered !== undefined && recorded
              ? `${time(answered.happenedAt)} · ${clinic.staff.get(answered.actor.id)?.initials ?? ''}`
              : hint}
          </small>
        </span>
      </button>
      <Said submission={submission} />
    </>
  );
}

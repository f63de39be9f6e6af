import { Check } from 'lucide-react';
import { useState } from 'react';
import { ESCORT_CRITERION } from '../../../../shared/clinic/default-checklist.ts';
import type { Criterion } from '../../../../shared/clinic/protocol.ts';
import { OUTCOME_SCALES, type OutcomeScaleId } from '../../../../shared/scores/outcome-scales.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { toMs } from '../../../../shared/units.ts';
import { outcomeLines } from '../../../../shared/views/outcomes.ts';
import { drugOverMs } from '../../../../shared/vitals/due.ts';
import { announce } from '../../../components/announcer.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { OutcomeForm } from '../scales/outcome-form.tsx';
import { useOutcomes } from '../scales/use-outcomes.ts';
import { useVisit } from '../visit.ts';
import { EscortForm } from './escort-form.tsx';
import styles from './recovering.module.css';

/** What a person confirms before the patient goes home, each with one tap, with who and when. */
export function CriteriaCard() {
  const { protocol } = useVisit();
  return (
    <section className={styles.criteria} aria-label="Before discharge">
      <ul>
        {protocol.criteria.map((criterion) => (
          <li key={criterion.id}>
            {criterion.result === undefined ? (
              <Tick criterion={criterion} />
            ) : (
              <ByResult criterion={criterion} scale={criterion.result} />
            )}
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
  const isEscort = criterion.id === ESCORT_CRITERION;
  const escort = entriesOf(session, 'checked-in').at(-1)?.data.escort;
  const hint = isEscort
    ? escort === undefined
      ? 'no escort named'
      : [escort.name, ...(escort.phone === undefined ? [] : [escort.phone])].join(', ')
    : 'not confirmed';
  const [naming, setNaming] = useState(false);
  const answer = async () => {
    // Whoever takes the patient home is named.
    if (isEscort && !recorded) return setNaming(true);
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
              ? `${answered.data.escort === undefined ? '' : `${answered.data.escort.name}, ${answered.data.escort.relation} · `}${time(answered.happenedAt)} · ${clinic.staff.get(answered.actor.id)?.initials ?? ''}`
              : hint}
          </small>
        </span>
      </button>
      <Said submission={submission} />
      {naming && <EscortForm criterion={criterion.id} onClose={() => setNaming(false)} />}
    </>
  );
}

/** Not a tick: the scale itself is asked, and its result of after the drug stands here. */
function ByResult({ criterion, scale }: { readonly criterion: Criterion; readonly scale: OutcomeScaleId }) {
  const { session, mayChart } = useVisit();
  const { time } = useClinicTime();
  const { outcomes, complete } = useOutcomes(session.patientId);
  const [asking, setAsking] = useState(false);
  const overMs = drugOverMs(session);
  const line = outcomeLines(outcomes).find((one) => one.scale === scale && overMs !== undefined && toMs(one.takenAt) >= overMs);
  return (
    <>
      <button
        type="button"
        className={styles.tick}
        data-met={line !== undefined}
        disabled={!mayChart}
        onClick={() => setAsking(true)}
      >
        <i>{line !== undefined && <Check size={18} strokeWidth={3} aria-hidden="true" />}</i>
        <span>
          <b>{criterion.label}</b>
          <small>
            {line === undefined
              ? `not asked since the drug · enter ${OUTCOME_SCALES[scale].label}`
              : `${line.label} ${line.total}${line.band === undefined ? '' : `, ${line.band}`} · ${time(line.takenAt)}`}
          </small>
        </span>
      </button>
      {asking && <OutcomeForm {...{ outcomes, complete, scale }} onClose={() => setAsking(false)} />}
    </>
  );
}

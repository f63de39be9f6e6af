import { useState } from 'react';
import { chairsInOrder } from '../../../../shared/clinic/state.ts';
import { heldChair } from '../../../../shared/session/occupancy.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicData } from '../../../live/live.ts';
import placeStyles from '../entry/ending-forms.module.css';
import { Said } from '../entry/form-dialog.tsx';
import type { Touch } from '../entry/moved.ts';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import styles from './precheck.module.css';

/** Free chairs only; the others say why not. A chair never holds two. */
export function ChairPanel({ onDone }: { readonly onDone: () => void }) {
  const { session, clinic } = useVisit();
  const submission = useSubmission();
  const sessions = useClinicData((data) => data.sessions);
  const [chosen, setChosen] = useState<{ readonly chairId: string; readonly touch: Touch }>();
  // A plan holds nothing: only an assigned chair is taken.
  const taken = new Set([...sessions.values()].filter(({ id }) => id !== session.id).flatMap((other) => heldChair(other) ?? []));
  const label = chosen === undefined ? undefined : clinic.chairs.get(chosen.chairId)?.label;
  const save = async () => {
    if (chosen === undefined) return;
    if ((await submission.send([entryOf(session.patientId, chosen.touch, 'assign-chair', { chairId: chosen.chairId })])) === 1)
      onDone();
  };
  return (
    <div className={styles.form}>
      <h2>Chair</h2>
      <fieldset className={placeStyles.places}>
        <legend className="vh">Chair</legend>
        {chairsInOrder(clinic).map((chair) => {
          const mine = session.chairId === chair.id;
          const why = taken.has(chair.id)
            ? 'taken'
            : chair.state === 'out-of-use'
              ? 'out of use'
              : chair.state === 'cleaning'
                ? 'cleaning'
                : undefined;
          const planned = session.plannedChairId === chair.id ? 'planned' : 'free';
          return (
            <button
              key={chair.id}
              type="button"
              aria-pressed={chosen === undefined ? mine : chosen.chairId === chair.id}
              disabled={why === 'taken' || why === 'out of use'}
              onClick={() => setChosen({ chairId: chair.id, touch: touched() })}
            >
              <b>{chair.label}</b>
              <span>{mine ? 'this visit' : (why ?? planned)}</span>
            </button>
          );
        })}
      </fieldset>
      <div className={styles.submit}>
        <Said submission={submission} />
        <Button
          size="large"
          look="primary"
          disabled={chosen === undefined || chosen.chairId === session.chairId}
          busy={submission.state !== 'idle'}
          onClick={() => void save()}
        >
          {label === undefined ? 'Choose a chair' : `Assign chair ${label}`}
        </Button>
      </div>
    </div>
  );
}

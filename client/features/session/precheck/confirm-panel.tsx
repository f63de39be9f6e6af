import { useState } from 'react';
import { confirmationOf, readyChecks } from '../../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useMoment } from '../../../live/use-moment.ts';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { OrderSheet } from './order-sheet.tsx';
import styles from './precheck.module.css';

/** The independent check: somebody other than its author reads the order at the pump. */
export function ConfirmPanel({ onDone }: { readonly onDone: () => void }) {
  const { session, protocol, results, patient, clinic, me } = useVisit();
  const check = readyChecks(session, protocol, useMoment(session, 10_000), results, patient.allergies).find(
    ({ id }) => id === 'order-confirmed',
  );
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const written = session.entries.findLast(({ type }) => type === 'order-written');
  if (orderOf(session) === undefined || written === undefined)
    return (
      <div className={styles.form}>
        <h2>Second check</h2>
        <p className={styles.hint}>There is no order to check yet.</p>
      </div>
    );
  const confirmed = check?.state === 'done' ? confirmationOf(session) : undefined;
  const writer = clinic.staff.get(written.actor.id)?.name ?? 'another person';
  const own = written.actor.id === me.id;
  const save = async () => {
    if ((await submission.send([entryOf(session.patientId, touch, 'confirm-order', {})])) === 1) onDone();
  };
  return (
    <div className={styles.form}>
      <h2>Second check</h2>
      <OrderSheet />
      {confirmed !== undefined ? (
        <p>
          <b>
            Checked by {clinic.staff.get(confirmed.actor.id)?.name ?? '?'} at {time(confirmed.happenedAt)}
          </b>
        </p>
      ) : own ? (
        <p className={styles.blocked}>
          <span>
            <b>You wrote this order, so somebody else has to check it.</b> Any other nurse or physician can, on their own sign-in.
          </span>
        </p>
      ) : (
        <div className={styles.submit}>
          {check?.why !== undefined && <p className={styles.hint}>{check.why}</p>}
          <p>{writer} wrote it; you check it on your own: drug, dose, strength on the label, and what the pump shows.</p>
          <Said submission={submission} />
          <Button size="large" look="primary" busy={submission.state !== 'idle'} onClick={() => void save()}>
            I have checked dose, strength and pump
          </Button>
        </div>
      )}
    </div>
  );
}

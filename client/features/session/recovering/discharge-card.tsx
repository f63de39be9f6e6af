import { House, Lock } from 'lucide-react';
import { useState } from 'react';
import { missingForDischarge } from '../../../../shared/deciding/discharge.ts';
import { Button } from '../../../components/button.tsx';
import { useMoment } from '../../../live/use-moment.ts';
import { DischargeOverrideForm } from '../entry/ending-forms.tsx';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import styles from './recovering.module.css';

/** Home, or the reasons why not. A physician may go on against them, with a reason. */
export function DischargeCard() {
  const { session, protocol, results, me, mayChart } = useVisit();
  const submission = useSubmission();
  const [overriding, setOverriding] = useState(false);
  const minute = useMoment(session, 5_000);
  const missing = missingForDischarge(session, protocol, minute, results);
  const ready = missing.length === 0;
  const discharge = async () => {
    await submission.send([entryOf(session.patientId, touched(), 'discharge', {})]);
  };
  return (
    <section className={styles.discharge} aria-label="Discharge" data-ready={ready}>
      <div>
        <h2>{ready ? 'Ready for discharge' : 'Not ready for discharge'}</h2>
        <p>{ready ? 'Everything required is done.' : missing.map(({ label, why }) => why ?? label).join(' · ')}</p>
        <Said submission={submission} />
      </div>
      {mayChart && !ready && me.role === 'physician' && (
        <Button size="large" onClick={() => setOverriding(true)}>
          Override
        </Button>
      )}
      {mayChart && (
        <Button
          size="large"
          look={ready ? 'primary' : 'plain'}
          disabled={!ready}
          busy={submission.state !== 'idle'}
          icon={ready ? <House size={20} aria-hidden="true" /> : <Lock size={20} aria-hidden="true" />}
          onClick={() => void discharge()}
        >
          Discharge
        </Button>
      )}
      {overriding && <DischargeOverrideForm missing={missing} onClose={() => setOverriding(false)} />}
    </section>
  );
}

import { House, Lock } from 'lucide-react';
import { useState } from 'react';
import { missingForDischarge } from '../../../../shared/deciding/discharge.ts';
import { Button } from '../../../components/button.tsx';
import { useMoment } from '../../../live/use-moment.ts';
import { DischargeOverrideForm } from '../entry/ending-forms.tsx';
import { useVisit } from '../visit.ts';
import { DischargeForm } from './discharge-form.tsx';
import styles from './recovering.module.css';

/** Home, or the reasons why not. A physician may go on against them, with a reason. */
export function DischargeCard() {
  const { session, protocol, results, me, mayChart } = useVisit();
  const [open, setOpen] = useState<'home' | 'override'>();
  const close = () => setOpen(undefined);
  const minute = useMoment(session, 5_000);
  const missing = missingForDischarge(session, protocol, minute, results);
  const ready = missing.length === 0;
  return (
    <section className={styles.discharge} aria-label="Discharge" data-ready={ready}>
      <div>
        <h2>{ready ? 'Ready for discharge' : 'Not ready for discharge'}</h2>
        <p>{ready ? 'Everything required is done.' : missing.map(({ label, why }) => why ?? label).join(' · ')}</p>
      </div>
      {mayChart && !ready && me.role === 'physician' && (
        <Button size="large" onClick={() => setOpen('override')}>
          Override
        </Button>
      )}
      {mayChart && (
        <Button
          size="large"
          look={ready ? 'primary' : 'plain'}
          disabled={!ready}
          icon={ready ? <House size={20} aria-hidden="true" /> : <Lock size={20} aria-hidden="true" />}
          onClick={() => setOpen('home')}
        >
          Discharge
        </Button>
      )}
      {open === 'home' && <DischargeForm onClose={close} />}
      {open === 'override' && <DischargeOverrideForm missing={missing} onClose={close} />}
    </section>
  );
}

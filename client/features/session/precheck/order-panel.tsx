import { useState } from 'react';
import { ALLERGY_CHECK } from '../../../../shared/deciding/allergies.ts';
import { readyChecks } from '../../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { Button } from '../../../components/button.tsx';
import { useMoment } from '../../../live/use-moment.ts';
import { useVisit } from '../visit.ts';
import { OrderForm } from './order-form.tsx';
import { OrderSheet } from './order-sheet.tsx';
import { OverrideRow } from './override-row.tsx';
import styles from './precheck.module.css';

/** The order, with a recorded allergy that speaks against its drug above it. */
export function OrderPanel({ onDone }: { readonly onDone: () => void }) {
  const { session, protocol, results, patient } = useVisit();
  const minute = useMoment(session, 60_000);
  const allergy = readyChecks(session, protocol, minute, results, patient.allergies).find(({ id }) => id === ALLERGY_CHECK);
  if (allergy?.state !== 'failed') return <Order onDone={onDone} />;
  return (
    <div className={styles.padPanel}>
      <OverrideRow check={allergy} />
      <Order onDone={onDone} />
    </div>
  );
}

/** A physician writes it, everybody else sees it. The strength is chosen and spelled out, never typed. */
function Order({ onDone }: { readonly onDone: () => void }) {
  const { session, me } = useVisit();
  const [again, setAgain] = useState(false);
  const order = orderOf(session);
  if (session.phase === 'scheduled')
    return (
      <div className={styles.form}>
        <h2>Order</h2>
        <p className={styles.hint}>An order per kilogram needs the weight of today: check in first.</p>
      </div>
    );
  if (order !== undefined && !again)
    return (
      <div className={styles.form}>
        <h2>Order</h2>
        <OrderSheet />
        {me.role === 'physician' && (
          <Button size="large" onClick={() => setAgain(true)}>
            Write another order
          </Button>
        )}
      </div>
    );
  if (me.role !== 'physician')
    return (
      <div className={styles.form}>
        <h2>Order</h2>
        <p>No order yet. A physician writes it; it appears here by itself.</p>
      </div>
    );
  return (
    <OrderForm
      onDone={() => {
        setAgain(false);
        onDone();
      }}
    />
  );
}

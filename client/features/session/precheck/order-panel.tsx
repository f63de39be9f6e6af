import { useState } from 'react';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { Button } from '../../../components/button.tsx';
import { useVisit } from '../visit.ts';
import { OrderForm } from './order-form.tsx';
import { OrderSheet } from './order-sheet.tsx';
import styles from './precheck.module.css';

/** The order: a physician writes it, everybody else sees it. The strength is chosen and spelled out, never typed. */
export function OrderPanel({ onDone }: { readonly onDone: () => void }) {
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

import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { orderSteps, strengthInWords } from './order-words.ts';
import styles from './precheck.module.css';

/** The order in force, as it is read at the pump. */
export function OrderSheet() {
  const { session, clinic, protocol } = useVisit();
  const { time } = useClinicTime();
  const order = orderOf(session);
  const entry = session.entries.findLast(({ type }) => type === 'order-written');
  if (order === undefined || entry === undefined) return null;
  const writer = clinic.staff.get(entry.actor.id);
  const perKg = order.weightKg === undefined ? undefined : order.doseMg / order.weightKg;
  const { doseMgPerKg, concentrationMgPerMl, durationMin } = order;
  const draft = {
    ...(doseMgPerKg === undefined ? { doseMg: order.doseMg } : { doseMgPerKg }),
    concentrationMgPerMl,
    durationMin,
  };
  return (
    <div className={styles.orderSheet}>
      <p className={styles.orderLine}>
        {order.drug} <b>{order.doseMg}</b> mg {routeText(order.route)}
      </p>
      <p className={styles.spelled}>{strengthInWords(order.concentrationMgPerMl)}</p>
      {order.route === 'iv' && (
        <p className={styles.orderLine}>
          Pump <b>{order.rateMlPerHour}</b> mL/h
          <span className={styles.hint}>
            {' '}
            · {order.volumeMl} mL over {order.durationMin} min
          </span>
        </p>
      )}
      <ol className={styles.formula} aria-label="Arithmetic">
        {orderSteps(draft, order.weightKg, order.route).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {perKg !== undefined && perKg > protocol.maxMgPerKgWithoutSecondPerson && (
        <p className={styles.blocked}>
          <b>More than {protocol.maxMgPerKgWithoutSecondPerson} mg/kg.</b>
        </p>
      )}
      <p className={styles.hint}>
        Written by {writer?.name ?? '?'} at {time(entry.happenedAt)}
      </p>
    </div>
  );
}

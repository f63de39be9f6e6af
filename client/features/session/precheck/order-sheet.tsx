import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { lastDoseOf } from '../../../../shared/dosing/last-dose.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import own from './order.module.css';
import { orderSteps, stepFromLastText, strengthInWords, tenfoldOf } from './order-words.ts';
import styles from './precheck.module.css';

/** The order in force, as it is read at the pump. */
export function OrderSheet() {
  const { session, clinic, protocol } = useVisit();
  const { time, date } = useClinicTime();
  const formats = useFormats();
  const order = orderOf(session);
  const entry = session.entries.findLast(({ type }) => type === 'order-written');
  if (order === undefined || entry === undefined) return null;
  const writer = clinic.staff.get(entry.actor.id);
  // An order typed in mg is read in mg/kg as well, by both persons.
  const weightKg = order.weightKg ?? entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const perKg = weightKg === undefined ? undefined : order.doseMg / weightKg;
  const plan = session.planId === undefined ? undefined : clinic.plans.get(session.planId);
  const slips = [
    stepFromLastText(order.doseMg, weightKg, lastDoseOf(session, order), date),
    tenfoldOf(order.doseMg, weightKg, plan),
  ].filter((one) => one !== undefined);
  const { doseMgPerKg, concentrationMgPerMl, durationMin } = order;
  const draft = {
    ...(doseMgPerKg === undefined ? { doseMg: order.doseMg } : { doseMgPerKg }),
    concentrationMgPerMl,
    durationMin,
  };
  return (
    <div className={own.sheet}>
      <p className={own.line}>
        {order.drug} <b>{order.doseMg}</b> mg {routeText(order.route)}
      </p>
      <p className={own.spelled}>{strengthInWords(order.concentrationMgPerMl)}</p>
      {order.route === 'iv' && (
        <p className={own.line}>
          Pump <b>{order.rateMlPerHour}</b> mL/h
          <span className={styles.hint}>
            {' '}
            · {order.volumeMl} mL over {order.durationMin} min
          </span>
        </p>
      )}
      <ol className={own.formula} aria-label="Arithmetic">
        {orderSteps(draft, weightKg, order.route, formats).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {perKg !== undefined && perKg > protocol.maxMgPerKgWithoutSecondPerson && (
        <p className={styles.blocked}>
          <b>
            {perKg.toFixed(2)} mg/kg: more than {protocol.maxMgPerKgWithoutSecondPerson} mg/kg.
          </b>
        </p>
      )}
      {slips.map((slip) => (
        <p key={slip} className={styles.blocked}>
          <b>{slip}</b>
        </p>
      ))}
      <p className={styles.hint}>
        Written by {writer?.name ?? '?'} at {time(entry.happenedAt)}
      </p>
    </div>
  );
}

import { Missing, Value } from '../../../components/value.tsx';
import styles from './drawer.module.css';
import type { Moment, ThenValue } from './replay.ts';

/** What was known at the moment of the replay, each value with the age it had then. */
export function ThenValues({ moment, clock }: { readonly moment: Moment; readonly clock: string }) {
  const { pressure, heartRate, spo2, deliveredMg, orderedMg, words } = moment;
  return (
    <section className={styles.then} aria-label={`Values at ${clock}`}>
      <p>
        <b>{clock}</b> · {words}
      </p>
      <dl>
        <One label="BP mmHg" value={pressure} then=" old then" />
        <One label="HR" value={heartRate} />
        <One label="SpO₂ %" value={spo2} />
        <div>
          <dt>Given mg</dt>
          <dd>{deliveredMg === undefined ? <Missing>none yet</Missing> : <Value size={28}>{deliveredMg.toFixed(1)}</Value>}</dd>
          <dd className={styles.age}>{orderedMg === undefined ? 'no order' : `of ${orderedMg.toFixed(1)}`}</dd>
        </div>
      </dl>
    </section>
  );
}

/** @param then stands after the age where there is room for it */
function One({
  label,
  value,
  then = '',
}: {
  readonly label: string;
  readonly value: ThenValue | undefined;
  readonly then?: string;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value === undefined ? <Missing>not meas.</Missing> : <Value size={28}>{value.text}</Value>}</dd>
      <dd className={styles.age}>{value === undefined ? 'until then' : `${value.ageMin} min${then}`}</dd>
    </div>
  );
}

import { deliveredMg, orderOf } from '../../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { toMs } from '../../../../shared/units.ts';
import { observation } from '../../../../shared/vitals/due.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import styles from './recovering.module.css';

/** Asked once more, as a stop is: who goes home, with what in and with whom. */
export function DischargeForm({ onClose }: FormProps) {
  const { session, protocol } = useVisit();
  const form = useEntryForm({ command: 'discharge', initial: {}, read: () => ({}), onDone: onClose });
  const order = orderOf(session);
  const seen = observation(session, protocol, toMs(form.touch.at));
  const score = entriesOf(session, 'discharge-scored').at(-1)?.data;
  const escort = entriesOf(session, 'criterion-answered').findLast(({ data }) => data.escort !== undefined)?.data.escort;
  const lines = [
    order === undefined
      ? undefined
      : `${order.drug} ${deliveredMg(session, toMs(form.touch.at)).toFixed(1)} of ${order.doseMg.toFixed(1)} mg given`,
    seen === undefined ? undefined : `${seen.minutes} of ${seen.requiredMin} min observed`,
    score === undefined ? undefined : `score ${score.total} of 10`,
    escort === undefined ? 'no escort named' : `taken home by ${escort.name}, ${escort.relation}`,
  ];
  return (
    <FormDialog title="Discharge" submitLabel="Discharge home" {...{ form, onClose }}>
      <ul className={styles.summary}>{lines.map((line) => line !== undefined && <li key={line}>{line}</li>)}</ul>
      <p>The visit ends with this. Corrections, addenda and signatures stay possible.</p>
    </FormDialog>
  );
}

import { useState } from 'react';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { workOutOrder } from '../../../../shared/dosing/order.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { Button } from '../../../components/button.tsx';
import { parseNumber } from '../../../components/form/parse-number.ts';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { Segmented } from '../../../components/segmented.tsx';
import fieldStyles from '../entry/fields.module.css';
import { NumberField } from '../entry/fields.tsx';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { OrderSheet } from './order-sheet.tsx';
import { orderSteps, strengthInWords } from './order-words.ts';
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

function OrderForm({ onDone }: { readonly onDone: () => void }) {
  const { session, protocol, clinic } = useVisit();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [per, setPer] = useState<'kg' | 'dose'>(protocol.route === 'iv' ? 'kg' : 'dose');
  const [dose, setDose] = useState('');
  const [strength, setStrength] = useState<number>();
  const [duration, setDuration] = useState('');
  const [faults, setFaults] = useState<{ readonly dose?: string; readonly strength?: string; readonly duration?: string }>({});
  useTypedGuard(dose !== '' || strength !== undefined || duration !== '');
  const weightKg = entriesOf(session, 'checked-in').at(-1)?.data.weightKg;
  const plan = session.planId === undefined ? undefined : clinic.plans.get(session.planId);
  const planned =
    plan?.doseMgPerKg === undefined
      ? plan?.doseMg === undefined
        ? undefined
        : `${plan.doseMg} mg`
      : `${plan.doseMgPerKg} mg/kg`;
  const amount = parseNumber(dose);
  const minutes = parseNumber(duration);
  const amounts = per === 'kg' ? { doseMgPerKg: amount } : { doseMg: amount };
  const steps = orderSteps({ ...amounts, concentrationMgPerMl: strength, durationMin: minutes }, weightKg, protocol.route);
  const mg =
    amount === undefined ? undefined : workOutOrder({ ...amounts, concentrationMgPerMl: 1, durationMin: 60 }, weightKg)?.doseMg;
  const perKg = mg === undefined || weightKg === undefined ? undefined : mg / weightKg;
  const isHigh = perKg !== undefined && perKg > protocol.maxMgPerKgWithoutSecondPerson;

  const save = async () => {
    const wrong = {
      ...(amount === undefined || amount <= 0 || amount > (per === 'kg' ? 20 : 2000)
        ? {
            dose:
              per === 'kg' ? 'Dose must be more than 0 and at most 20 mg/kg.' : 'Dose must be more than 0 and at most 2000 mg.',
          }
        : {}),
      ...(strength === undefined ? { strength: 'Choose the strength that is on the vial.' } : {}),
      ...(minutes === undefined || minutes <= 0 || minutes > 720
        ? { duration: 'Time must be more than 0 and at most 720 minutes.' }
        : {}),
    };
    setFaults(wrong);
    if (amount === undefined || strength === undefined || minutes === undefined || Object.keys(wrong).length > 0) return;
    const order = {
      drug: protocol.drug,
      route: protocol.route,
      ...(per === 'kg' ? { doseMgPerKg: amount } : { doseMg: amount }),
      concentrationMgPerMl: strength,
      durationMin: minutes,
    };
    if ((await submission.send([entryOf(session.patientId, touch, 'write-order', order)])) === 1) onDone();
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>
        Order · {protocol.drug} {protocol.route.toUpperCase()}
      </h2>
      <div className={styles.weight}>
        <NumberField
          label="Dose"
          unit=""
          value={dose}
          onChange={setDose}
          fault={faults.dose}
          hint={[
            ...(planned === undefined ? [] : [`plan ${planned}`]),
            ...(protocol.doseMgPerKg === undefined ? [] : [`protocol ${protocol.doseMgPerKg} mg/kg`]),
          ].join(' · ')}
        />
        <Segmented
          label="Dose per"
          segments={[
            { value: 'kg', label: 'mg/kg' },
            { value: 'dose', label: 'mg' },
          ]}
          value={per}
          onChoose={setPer}
        />
      </div>
      <fieldset className={fieldStyles.field}>
        <legend>Strength in the syringe or bag</legend>
        <div className={fieldStyles.chips}>
          {protocol.concentrationsMgPerMl.map((one) => (
            <button
              key={one}
              type="button"
              className={fieldStyles.chip}
              aria-pressed={strength === one}
              aria-label={strengthInWords(one)}
              onClick={() => setStrength(strength === one ? undefined : one)}
            >
              {one} mg/mL
            </button>
          ))}
        </div>
        {strength !== undefined && <p className={styles.spelled}>{strengthInWords(strength)}</p>}
        {faults.strength !== undefined && <p className={fieldStyles.fault}>{faults.strength}</p>}
      </fieldset>
      <NumberField
        label="Over"
        unit="min"
        value={duration}
        onChange={setDuration}
        fault={faults.duration}
        hint={`protocol ${protocol.durationMin} min`}
      />
      <ol className={styles.formula} aria-label="Arithmetic">
        {steps.length === 0 ? (
          <li className={styles.hint}>The arithmetic stands here as you type.</li>
        ) : (
          steps.map((step) => <li key={step}>{step}</li>)
        )}
      </ol>
      {isHigh && (
        <p className={styles.blocked}>
          <span>
            <b>More than {protocol.maxMgPerKgWithoutSecondPerson} mg/kg.</b> Read it again; the second person sees this too.
          </span>
        </p>
      )}
      <div className={styles.submit}>
        <Said submission={submission} />
        <Button size="large" look="primary" type="submit" busy={submission.state !== 'idle'}>
          {submission.state === 'waiting' ? 'Waiting to send …' : 'Write order'}
        </Button>
      </div>
    </form>
  );
}

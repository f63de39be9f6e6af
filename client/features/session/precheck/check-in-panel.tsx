import { type ReactNode, useState } from 'react';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { Button } from '../../../components/button.tsx';
import { parseNumber } from '../../../components/form/parse-number.ts';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import fieldStyles from '../entry/fields.module.css';
import { NumberField, TextField } from '../entry/fields.tsx';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { TimeChoice } from '../entry/time-choice.tsx';
import { useVisit } from '../visit.ts';
import { kgFromLb } from './order-words.ts';
import styles from './precheck.module.css';

type Identifier = CommandData<'check-in'>['identifiers'][number];
type Faults = { readonly identifiers?: string; readonly weight?: string; readonly escort?: string };

/** Who it is by two identifiers, the weight of today, and who takes the patient home. */
export function CheckInPanel({ onDone }: { readonly onDone: () => void }) {
  const { session, patient } = useVisit();
  const { date, time } = useClinicTime();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [identifiers, setIdentifiers] = useState<readonly Identifier[]>([]);
  const [weight, setWeight] = useState('');
  const [unit, setUnit] = useState<'kg' | 'lb'>('kg');
  const [escort, setEscort] = useState({ name: '', phone: '' });
  const [faults, setFaults] = useState<Faults>({});
  useTypedGuard(identifiers.length > 0 || weight !== '' || escort.name !== '' || escort.phone !== '');
  const done = entriesOf(session, 'checked-in').at(-1);
  const typed = parseNumber(weight);
  const weightKg = typed === undefined ? undefined : unit === 'kg' ? Math.round(typed * 10) / 10 : kgFromLb(typed);

  if (done !== undefined)
    return (
      <Done title="Checked in">
        <p>
          {time(done.happenedAt)} · {done.data.weightKg.toFixed(1)} kg · identified by{' '}
          {done.data.identifiers.map((one) => LABELS[one].toLowerCase()).join(' and ')}
        </p>
        <p>
          {done.data.escort === undefined
            ? 'No escort named.'
            : `Escort ${done.data.escort.name}${done.data.escort.phone === undefined ? '' : `, ${done.data.escort.phone}`}`}
        </p>
        <p className={styles.hint}>A wrong weight is corrected in the timeline.</p>
      </Done>
    );

  const toggle = (one: Identifier) =>
    setIdentifiers(identifiers.includes(one) ? identifiers.filter((other) => other !== one) : [...identifiers, one]);
  const save = async () => {
    const wrong: Faults = {
      ...(identifiers.length < 2 ? { identifiers: 'Two different identifiers are needed.' } : {}),
      ...(weightKg === undefined || weightKg < 20 || weightKg > 400 ? { weight: 'Weight must be between 20 and 400 kg.' } : {}),
      ...(escort.name.trim() === '' && escort.phone.trim() !== '' ? { escort: 'Whose number is it?' } : {}),
    };
    setFaults(wrong);
    if (weightKg === undefined || Object.keys(wrong).length > 0) return;
    const phone = escort.phone.trim();
    const named = escort.name.trim() === '' ? {} : { escort: { name: escort.name.trim(), ...(phone === '' ? {} : { phone }) } };
    const entry = entryOf(session.patientId, touch, 'check-in', { identifiers: [...identifiers], weightKg, ...named });
    if ((await submission.send([entry])) === 1) onDone();
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
      <h2>Check in</h2>
      <p className={styles.hint}>
        Ask, don’t tell: the record says {patient.givenName} {patient.familyName}, {date(`${patient.dateOfBirth}T12:00:00.000Z`)},
        MRN {patient.mrn}.
      </p>
      <fieldset className={fieldStyles.field}>
        <legend>Identified by (two)</legend>
        <div className={fieldStyles.chips}>
          {IDENTIFIERS.map((one) => (
            <button
              key={one}
              type="button"
              className={fieldStyles.chip}
              aria-pressed={identifiers.includes(one)}
              onClick={() => toggle(one)}
            >
              {LABELS[one]}
            </button>
          ))}
        </div>
        {faults.identifiers !== undefined && <p className={fieldStyles.fault}>{faults.identifiers}</p>}
      </fieldset>
      <div className={styles.weight}>
        <NumberField
          label="Weight today"
          unit=""
          value={weight}
          onChange={setWeight}
          fault={faults.weight}
          hint={
            unit === 'lb' && weightKg !== undefined ? `= ${weightKg.toFixed(1)} kg, and that is stored` : 'measured, not asked'
          }
        />
        <Segmented
          label="Unit of weight"
          segments={[
            { value: 'kg', label: 'kg' },
            { value: 'lb', label: 'lb' },
          ]}
          value={unit}
          onChoose={setUnit}
        />
      </div>
      <div className={styles.two}>
        <TextField
          label="Escort (takes the patient home)"
          value={escort.name}
          onChange={(name) => setEscort({ ...escort, name })}
          maxLength={120}
          fault={faults.escort}
        />
        <TextField
          label="Escort’s phone"
          type="tel"
          value={escort.phone}
          onChange={(phone) => setEscort({ ...escort, phone })}
          maxLength={40}
        />
      </div>
      <TimeChoice touch={touch} onTouch={setTouch} label="Arrived" />
      <div className={styles.submit}>
        <Said submission={submission} />
        <Button size="large" look="primary" type="submit" busy={submission.state !== 'idle'}>
          {submission.state === 'waiting' ? 'Waiting to send …' : 'Check in'}
        </Button>
      </div>
    </form>
  );
}

const LABELS: Readonly<Record<Identifier, string>> = {
  name: 'Name',
  'date-of-birth': 'Date of birth',
  mrn: 'MRN',
  photo: 'Photo',
  address: 'Address',
  phone: 'Phone',
};
const IDENTIFIERS: readonly Identifier[] = ['name', 'date-of-birth', 'mrn', 'photo', 'address', 'phone'];

/** A step that is done, in a few words. */
function Done({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.form}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

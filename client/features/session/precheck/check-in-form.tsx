import { useRef } from 'react';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import { kgFromLb, weightDoubt } from '../../../../shared/clinic/typed-weight.ts';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { Choices } from '../../../components/form/choice.tsx';
import { FormBody } from '../../../components/form/form-body.tsx';
import { known, typedText } from '../../../components/form/known.ts';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberToSend, parseNumber } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import type { Doubt } from '../../../components/form/use-form.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { entryNumberSays } from '../entry/entry-schema.ts';
import { TimeChoice } from '../entry/time-choice.tsx';
import { useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import styles from './precheck.module.css';
import { SubmitBar } from './submit-bar.tsx';

type Identifier = CommandData<'check-in'>['identifiers'][number];

/** By what a person is known to be the patient. */
export const IDENTIFIERS: Readonly<Record<Identifier, string>> = {
  name: 'Name',
  'date-of-birth': 'Date of birth',
  mrn: 'MRN',
  photo: 'Photo',
  address: 'Address',
  phone: 'Phone',
};
const OPTIONS = (Object.keys(IDENTIFIERS) as Identifier[]).map((value) => ({ value, label: IDENTIFIERS[value] }));

interface CheckInValues {
  readonly identifiers: readonly Identifier[];
  readonly weightKg: string;
  readonly unit: 'kg' | 'lb';
  readonly 'escort.name': string;
  readonly 'escort.phone': string;
}

/** What will be stored, to 0.1 kg; `typed` is in the unit of the scales. */
const toKg = (typed: number | undefined, unit: 'kg' | 'lb') =>
  typed === undefined ? undefined : unit === 'kg' ? Math.round(typed * 10) / 10 : kgFromLb(typed);

/** A weight that was typed in the unit of the other scales, most likely. */
function doubtOf({ weightKg, unit }: Pick<CheckInValues, 'weightKg' | 'unit'>): Doubt | undefined {
  const amount = parseNumber(weightKg);
  const says = amount === undefined ? undefined : weightDoubt(amount, unit);
  return says === undefined ? undefined : { about: says, says: `${says} Press again if it is right.` };
}

function escortOf(name: string, phone: string) {
  const said = known({ name: typedText(name), phone: typedText(phone) });
  return Object.keys(said).length === 0 ? {} : { escort: said };
}

/** Who it is by two identifiers, the weight of today, and who takes the patient home. */
export function CheckInForm({ onDone }: { readonly onDone: () => void }) {
  const { patient } = useVisit();
  const { calendarDate } = useClinicTime();
  const { weight: weightUnit } = useFormats();
  const typed = useRef<Pick<CheckInValues, 'weightKg' | 'unit'>>({ weightKg: '', unit: weightUnit });
  const form = useEntryForm<'check-in', CheckInValues>({
    command: 'check-in',
    initial: { identifiers: [], weightKg: '', unit: weightUnit, 'escort.name': '', 'escort.phone': '' },
    doubt: () => doubtOf(typed.current),
    read: ({ identifiers, weightKg, unit, 'escort.name': name, 'escort.phone': phone }) => ({
      identifiers,
      weightKg: toKg(numberToSend(weightKg), unit),
      ...escortOf(name, phone),
    }),
    says: {
      identifiers: 'Two different identifiers are needed.',
      weightKg: entryNumberSays('check-in', 'weightKg', { name: 'Weight', unit: 'kg' }),
      'escort.name': 'Whose number is it?',
    },
    onDone,
  });
  const { unit } = form.values;
  typed.current = form.values;
  const weightKg = toKg(parseNumber(form.values.weightKg), unit);
  return (
    <FormBody form={form} className={styles.form}>
      <h2>Check in</h2>
      <p className={styles.hint}>
        Ask, don’t tell: the record says {wholeName(patient)}, {calendarDate(patient.dateOfBirth)}, MRN {patient.mrn}.
      </p>
      <Choices label="Identified by (two)" options={OPTIONS} {...form.field('identifiers')} />
      <div className={styles.weight}>
        <NumberField
          label="Weight today"
          {...form.field('weightKg')}
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
          onChoose={form.field('unit').onChange}
        />
      </div>
      <div className={styles.two}>
        <TextField label="Escort (takes the patient home)" {...form.field('escort.name')} />
        <TextField label="Escort’s phone" type="tel" {...form.field('escort.phone')} />
      </div>
      <TimeChoice touch={form.touch} onTouch={form.setTouch} label="Arrived" />
      <SubmitBar form={form}>Check in</SubmitBar>
    </FormBody>
  );
}

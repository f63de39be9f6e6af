import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { type Patient, patientSchema } from '../../../../shared/clinic/records.ts';
import { FieldError } from '../../../components/field-error.tsx';
import { known } from '../../../components/form/known.ts';
import { numberFault, numberText, numberToSend } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/text-field.tsx';
import { newId } from '../../../live/new-id.ts';
import { useClinicCommand } from '../form/clinic-command.ts';
import styles from '../form/form.module.css';
import { FormSheet } from '../form/form-sheet.tsx';
import { SelectField } from '../form/select-field.tsx';
import { type FieldProps, useForm } from '../form/use-form.ts';
import { ASKED, askedOf, linesOf, readAllergies } from './allergies.ts';
import { PATIENTS_KEY } from './patient-questions.ts';

const SEX = ['female', 'male', 'other', 'unknown'] as const;

interface PatientFormProps {
  /** Absent for a new one. */
  readonly patient?: Patient;
  readonly onClose: () => void;
  readonly onDone?: (patient: Patient) => void;
}

/** Who a patient is. */
export function PatientForm({ patient, onClose, onDone }: PatientFormProps) {
  const change = useClinicCommand();
  const questions = useQueryClient();
  const id = useRef(patient?.id ?? newId()).current;
  const form = useForm({
    initial: {
      givenName: patient?.givenName ?? '',
      familyName: patient?.familyName ?? '',
      dateOfBirth: patient?.dateOfBirth ?? '',
      mrn: patient?.mrn ?? '',
      sex: patient?.sex ?? '',
      heightCm: numberText(patient?.heightCm),
      asked: askedOf(patient?.allergies),
      allergies: linesOf(patient?.allergies),
    },
    read: ({ asked, allergies, heightCm, ...typed }) => ({
      ...typed,
      id,
      ...known({ heightCm: numberToSend(heightCm), allergies: readAllergies(asked, allergies) }),
    }),
    schema: patientSchema,
    says: {
      givenName: 'A given name is needed',
      familyName: 'A family name is needed',
      dateOfBirth: 'A day such as 1992-03-12',
      mrn: 'One to twenty letters or digits',
      sex: 'Choose one; “unknown” is one of them',
      heightCm: (typed) => numberFault(typed) ?? 'Between 50 and 250 cm, or empty',
      asked: 'Choose one',
      allergies: 'One allergy a line, such as “Latex: rash”',
    },
    refusals: { 'mrn-taken': 'mrn' },
    send: (data, signal) => change('put-patient', data, signal),
    onDone: (stored) => {
      void questions.invalidateQueries({ queryKey: PATIENTS_KEY });
      onClose();
      onDone?.(stored);
    },
  });
  return (
    <FormSheet
      title={patient === undefined ? 'Register a patient' : 'Change the patient'}
      form={form}
      onClose={onClose}
      save={patient === undefined ? 'Register' : 'Store'}
    >
      <div className={styles.pair}>
        <TextField label="Given name" {...form.field('givenName')} autoComplete="off" />
        <TextField label="Family name" {...form.field('familyName')} autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <TextField label="Date of birth" {...form.field('dateOfBirth')} type="date" autoComplete="off" />
        <TextField label="Record number (MRN)" {...form.field('mrn')} autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <SelectField
          label="Sex"
          {...form.field('sex')}
          none="Choose …"
          options={SEX.map((sex) => ({ value: sex, label: sex }))}
        />
        <TextField label="Height in cm, if known" {...form.field('heightCm')} inputMode="decimal" autoComplete="off" />
      </div>
      <SelectField label="Allergies" {...form.field('asked')} options={ASKED} />
      {form.typed.asked === 'some' && <Lines {...form.field('allergies')} />}
    </FormSheet>
  );
}

function Lines({ name, value, error, onChange }: FieldProps<string>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>One a line, with the reaction after a colon</label>
      <textarea
        id={id}
        name={name}
        className={styles.area}
        value={value}
        rows={3}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

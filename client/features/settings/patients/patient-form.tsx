import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ASKED, askedOf, linesOf, readAllergies } from '../../../../shared/clinic/allergies.ts';
import { cmFromFeet, feetText, heightDoubt } from '../../../../shared/clinic/height.ts';
import { type Patient, patientSchema } from '../../../../shared/clinic/records.ts';
import { DayField } from '../../../components/form/day-field.tsx';
import styles from '../../../components/form/form.module.css';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { known } from '../../../components/form/known.ts';
import { numberSays } from '../../../components/form/limits.ts';
import { numberText, numberToSend } from '../../../components/form/parse-number.ts';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useFormats } from '../../../live/clinic-time.ts';
import { newId } from '../../../live/new-id.ts';
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
  const { height } = useFormats();
  const inFeet = height === 'ft-in';
  const heightText = patient?.heightCm === undefined ? '' : inFeet ? feetText(patient.heightCm) : numberText(patient.heightCm);
  /** What was stored stays to the millimetre where nobody typed another height. */
  const readHeight = (typed: string) => (typed === heightText ? patient?.heightCm : heightToSend(typed, inFeet));
  const form = useForm({
    initial: {
      givenName: patient?.givenName ?? '',
      familyName: patient?.familyName ?? '',
      dateOfBirth: patient?.dateOfBirth ?? '',
      mrn: patient?.mrn ?? '',
      sex: patient?.sex ?? '',
      heightCm: heightText,
      asked: askedOf(patient?.allergies),
      allergies: linesOf(patient?.allergies),
    },
    read: ({ asked, allergies, heightCm, ...typed }) => ({
      ...typed,
      id,
      ...known({ heightCm: readHeight(heightCm), allergies: readAllergies(asked, allergies) }),
    }),
    schema: patientSchema,
    says: {
      givenName: 'At most 120 letters',
      familyName: 'A name is needed; one name alone stands here',
      dateOfBirth: 'There is no such day, or it can be read in two ways',
      mrn: 'One to twenty letters or digits',
      sex: 'Choose one; “unknown” is one of them',
      heightCm: inFeet ? 'Feet and inches such as 5 ft 8, or 172 cm' : numberSays(patientSchema.shape.heightCm, { unit: 'cm' }),
      asked: 'Choose one',
      allergies: 'One allergy a line, such as “Latex: rash”',
    },
    refusals: { 'mrn-taken': 'mrn', 'date-of-birth-not-possible': 'dateOfBirth' },
    doubt: ({ heightCm, givenName }) => {
      const says =
        (givenName === '' ? 'No given name: does this patient have one name alone?' : undefined) ??
        (inFeet || heightCm === undefined ? undefined : heightDoubt(heightCm));
      return says === undefined ? undefined : { about: says, says: `${says} Press again if it is right.` };
    },
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
        <DayField label="Date of birth" {...form.field('dateOfBirth')} />
        <TextField label="Record number (MRN)" {...form.field('mrn')} autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <SelectField
          label="Sex"
          {...form.field('sex')}
          none="Choose …"
          options={SEX.map((sex) => ({ value: sex, label: sex }))}
        />
        <TextField
          label={inFeet ? 'Height in feet and inches, if known' : 'Height in cm, if known'}
          {...form.field('heightCm')}
          inputMode={inFeet ? 'text' : 'decimal'}
          autoComplete="off"
        />
      </div>
      <SelectField label="Allergies" {...form.field('asked')} options={ASKED} />
      {form.values.asked === 'some' && (
        <TextField long label="One a line, with the reaction after a colon" {...form.field('allergies')} />
      )}
    </FormSheet>
  );
}

/** A height in cm for the schema to judge; in a clinic that measures in feet, cm want their unit. */
function heightToSend(typed: string, inFeet: boolean): number | undefined {
  if (!inFeet || typed.trim() === '') return numberToSend(typed);
  const centimetres = /^(.+?)\s*cm$/i.exec(typed.trim())?.[1];
  return centimetres === undefined ? (cmFromFeet(typed) ?? Number.NaN) : numberToSend(centimetres);
}

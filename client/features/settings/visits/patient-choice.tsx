import { useDeferredValue, useState } from 'react';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import type { Patient } from '../../../../shared/clinic/records.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { usePatients } from '../patients/patient-questions.ts';
import styles from './visits.module.css';

interface PatientChoiceProps {
  readonly patient: Patient | undefined;
  readonly error: string | undefined;
  readonly onChoose: (patient: Patient | undefined) => void;
}

const SHOWN = 6;

/** Finds a patient by name, record number or date of birth; the chosen one stands with both identifiers. */
export function PatientChoice({ patient, error, onChoose }: PatientChoiceProps) {
  const { calendarDate } = useClinicTime();
  const [words, setWords] = useState('');
  const looked = useDeferredValue(words.trim());
  const { data } = usePatients(looked, SHOWN);
  if (patient !== undefined)
    return (
      <div className={styles.chosen}>
        <span>
          <b>
            <bdi>{wholeName(patient)}</bdi>
          </b>
          <small>
            born {calendarDate(patient.dateOfBirth)} · MRN {patient.mrn}
          </small>
        </span>
        <Button
          size="pointer"
          onClick={() => {
            setWords('');
            onChoose(undefined);
          }}
        >
          Another patient
        </Button>
      </div>
    );
  const found = looked === '' ? [] : (data?.patients ?? []);
  return (
    <div className={styles.choice}>
      <TextField
        label="Patient"
        name="patientId"
        value={words}
        onChange={setWords}
        error={error}
        hint="Name, record number or date of birth"
        autoComplete="off"
        spellCheck={false}
      />
      {looked !== '' && (
        <ul aria-label="Patients found">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onChoose(one)}>
                <b>
                  <bdi>{wholeName(one)}</bdi>
                </b>
                <small>
                  born {calendarDate(one.dateOfBirth)} · MRN {one.mrn}
                </small>
              </button>
            </li>
          ))}
          {data?.total === 0 && <li className={styles.none}>No patient found. Register them first.</li>}
          {data !== undefined && data.total > SHOWN && <li className={styles.none}>and {data.total - SHOWN} more: type on</li>}
        </ul>
      )}
    </div>
  );
}

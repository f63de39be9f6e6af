import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { problemOf } from '../../../live/query-client.ts';
import { SettingsSection } from '../section.tsx';
import styles from '../settings.module.css';
import { PatientForm } from './patient-form.tsx';
import { usePatients } from './patient-questions.ts';

const SHOWN = 100;

/** The clinic's patients, and registering a new one. */
export function PatientsScreen() {
  const { calendarDate } = useClinicTime();
  const [words, setWords] = useState('');
  const looked = useDeferredValue(words.trim());
  const { data, error } = usePatients(looked, SHOWN);
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const problem = problemOf(error);
  const register = () => setOpen(true);
  const more = (data?.total ?? 0) - (data?.patients.length ?? 0);
  return (
    <SettingsSection
      title="Patients"
      right="put-patient"
      lead="Who is treated here, and their plans."
      actions={
        <Button look="primary" onClick={register}>
          Register a patient
        </Button>
      }
    >
      {problem !== undefined && <ProblemMessage problem={problem} />}
      <TextField
        className={styles.search ?? ''}
        label="Find by name, record number or date of birth"
        type="search"
        value={words}
        onChange={setWords}
        autoComplete="off"
        spellCheck={false}
      />
      {data?.total === 0 ? (
        <EmptyState title={looked === '' ? 'No patient yet' : 'No patient found'}>
          <p>
            {looked === ''
              ? 'Register the first one; then make a plan and schedule a visit.'
              : 'Try fewer letters, or register a new patient.'}
          </p>
        </EmptyState>
      ) : (
        <div className={styles.card}>
          <ul className={styles.list} aria-label="Patients">
            {data?.patients.map((patient) => (
              <li key={patient.id}>
                <Link
                  to="/settings/patients/$patientId"
                  params={{ patientId: patient.id }}
                  className={`${styles.main} ${styles.link}`}
                >
                  <b>
                    <bdi>{wholeName(patient)}</bdi>
                  </b>
                  <small>born {calendarDate(patient.dateOfBirth)}</small>
                </Link>
                <span className={styles.fact}>MRN {patient.mrn}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {more > 0 && <p className={styles.quiet}>and {more.toLocaleString('en-US')} more: look for a name to find them</p>}
      {open && (
        <PatientForm
          onClose={() => setOpen(false)}
          onDone={({ id }) => void navigate({ to: '/settings/patients/$patientId', params: { patientId: id } })}
        />
      )}
    </SettingsSection>
  );
}

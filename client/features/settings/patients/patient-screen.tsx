import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allergiesText } from '../../../../shared/clinic/allergies.ts';
import { heightText } from '../../../../shared/clinic/height.ts';
import { wholeName } from '../../../../shared/clinic/patient-names.ts';
import type { Patient, Plan } from '../../../../shared/clinic/records.ts';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useClinic } from '../../../live/live.ts';
import { problemOf } from '../../../live/query-client.ts';
import { SettingsSection } from '../section.tsx';
import styles from '../settings.module.css';
import { PatientForm } from './patient-form.tsx';
import { usePatient, usePlans } from './patient-questions.ts';
import { PlanForm } from './plan-form.tsx';

/** One patient: who, which plans, and the ways to a visit and to the past ones. */
export function PatientScreen() {
  const { patientId } = useParams({ from: '/signed-in/settings/patients/$patientId' });
  const { data: patient, error } = usePatient(patientId);
  const problem = problemOf(error);
  const [open, setOpen] = useState<Plan | 'new-plan' | 'patient'>();
  const close = () => setOpen(undefined);
  return (
    <SettingsSection
      title={patient === undefined ? 'Patient' : wholeName(patient)}
      right="put-patient"
      lead={<Link to="/settings/patients">All patients</Link>}
      actions={
        patient !== undefined && (
          <>
            <Link className={styles.go} to="/settings/schedule" search={{ patient: patientId }} data-look="primary">
              Schedule a visit
            </Link>
            <Link className={styles.go} to="/history" search={{ patient: patientId, range: 'all', status: 'all' }}>
              Past visits
            </Link>
          </>
        )
      }
    >
      {problem !== undefined && <ProblemMessage problem={problem} />}
      {patient !== undefined && (
        <>
          <Facts patient={patient} onChange={() => setOpen('patient')} />
          <Plans patientId={patientId} onOpen={setOpen} />
        </>
      )}
      {open === 'patient' && patient !== undefined && <PatientForm patient={patient} onClose={close} />}
      {open === 'new-plan' && <PlanForm patientId={patientId} onClose={close} />}
      {typeof open === 'object' && <PlanForm patientId={patientId} plan={open} onClose={close} />}
    </SettingsSection>
  );
}

function Facts({ patient, onChange }: { readonly patient: Patient; readonly onChange: () => void }) {
  const { calendarDate } = useClinicTime();
  const formats = useFormats();
  const facts = [
    ['Date of birth', calendarDate(patient.dateOfBirth)],
    ['Record number', patient.mrn],
    ['Sex', patient.sex],
    ['Height', patient.heightCm === undefined ? 'not measured' : heightText(patient.heightCm, formats)],
    ['Allergies', allergiesText(patient.allergies)],
  ] as const;
  return (
    <div className={`${styles.card} ${styles.padded}`}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button size="pointer" onClick={onChange}>
          Change
        </Button>
      </div>
    </div>
  );
}

function Plans({ patientId, onOpen }: { readonly patientId: string; readonly onOpen: (open: Plan | 'new-plan') => void }) {
  const { data: plans, error } = usePlans(patientId);
  const protocols = useClinic((clinic) => clinic.protocols);
  const problem = problemOf(error);
  return (
    <section className={styles.card} aria-label="Plans">
      <header className={styles.cardHead}>
        <h2>Plans</h2>
        <Button size="pointer" onClick={() => onOpen('new-plan')}>
          Make a plan
        </Button>
      </header>
      {problem !== undefined && <ProblemMessage problem={problem} />}
      {plans?.length === 0 && (
        <EmptyState title="No plan yet">
          <p>A plan says what for, how much, how many and how far apart.</p>
        </EmptyState>
      )}
      {plans !== undefined && plans.length > 0 && (
        <ul className={styles.list}>
          {plans.map((plan) => (
            <li key={plan.id}>
              <span className={styles.main}>
                <b>{plan.indication}</b>
                <small>{planText(plan, protocols.get(plan.protocolId)?.at(-1)?.name)}</small>
              </span>
              {plan.state !== 'active' && <Chip>{plan.state}</Chip>}
              <Button size="pointer" aria-label={`Change the plan for ${plan.indication}`} onClick={() => onOpen(plan)}>
                Change
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** `Ketamine IV · 0.5 mg/kg · 6 infusions, every 3 days`. */
export function planText(plan: Plan, protocol: string | undefined): string {
  const dose = [
    ...(plan.doseMgPerKg === undefined ? [] : [`${plan.doseMgPerKg} mg/kg`]),
    ...(plan.doseMg === undefined ? [] : [`${plan.doseMg} mg`]),
  ];
  return [
    protocol ?? 'a protocol not listed',
    dose.length === 0 ? 'no dose named' : dose.join(' or '),
    `${plan.infusions} ${plan.infusions === 1 ? 'infusion' : `infusions, every ${plan.spacingDays} days`}`,
    ...(plan.doneBefore === 0 ? [] : [`${plan.doneBefore} done before`]),
  ].join(' · ');
}

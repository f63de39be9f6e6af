import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { Patient } from '../../../../shared/clinic/records.ts';
import { idSchema } from '../../../../shared/unit-schemas.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useClinic } from '../../../live/live.ts';
import { usePatient } from '../patients/patient-questions.ts';
import { SettingsSection } from '../section.tsx';
import settings from '../settings.module.css';
import { type Scheduled, ScheduleForm } from './schedule-form.tsx';
import styles from './visits.module.css';

const searchSchema = z.object({ patient: idSchema.optional().catch(undefined) });

/** Puts a patient on the day's list. */
export function ScheduleScreen() {
  const { patient: id } = searchSchema.parse(useSearch({ from: '/signed-in/settings/schedule' }));
  const asked = usePatient(id);
  const chairs = useClinic((clinic) => clinic.chairs.size);
  const [done, setDone] = useState<Scheduled>();
  const waiting = id !== undefined && asked.data === undefined && asked.error === null;
  return (
    <SettingsSection
      title="Schedule a visit"
      right="schedule-session"
      lead="The visit keeps the version of its protocol that is in force now. Today’s visits stand on the board under “arriving”."
    >
      {chairs === 0 && (
        <p className={settings.note}>
          There is no chair yet. A visit can be scheduled, but nobody can be put in a chair:{' '}
          <Link to="/settings/places">add one</Link>.
        </p>
      )}
      <div className={`${settings.card} ${settings.padded} ${settings.narrow}`}>
        {done !== undefined ? (
          <Done scheduled={done} onAnother={() => setDone(undefined)} />
        ) : waiting ? (
          <p aria-busy="true">Loading …</p>
        ) : (
          <ScheduleForm {...(asked.data === undefined ? {} : { patient: asked.data satisfies Patient })} onDone={setDone} />
        )}
      </div>
    </SettingsSection>
  );
}

function Done({ scheduled, onAnother }: { readonly scheduled: Scheduled; readonly onAnother: () => void }) {
  return (
    <EmptyState title={`${scheduled.patient} is scheduled`}>
      <p role="status">{scheduled.when}</p>
      <div className={styles.ways}>
        <Link className={settings.go} to="/" data-look="primary">
          To the board
        </Link>
        <Button onClick={onAnother}>Schedule another visit</Button>
      </div>
    </EmptyState>
  );
}

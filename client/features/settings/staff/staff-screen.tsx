import { useState } from 'react';
import type { Staff } from '../../../../shared/clinic/records.ts';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Disc } from '../../../components/disc.tsx';
import { useClinic, useMe } from '../../../live/live.ts';
import { SettingsSection, useMay } from '../section.tsx';
import styles from '../settings.module.css';
import { PasswordForm } from './password-form.tsx';
import { ROLE_LABEL, StaffForm } from './staff-form.tsx';

type Open = { readonly form: 'new' } | { readonly form: 'change' | 'password'; readonly person: Staff };

/** Who works here, in which role, and who may sign in. */
export function StaffScreen() {
  const staff = useClinic((clinic) => clinic.staff);
  const me = useMe();
  const may = useMay('put-staff');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const people = [...staff.values()].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'en'));
  return (
    <SettingsSection
      title="Staff"
      right="see-staff"
      lead={
        may
          ? 'Somebody who leaves is not deleted: they can no longer sign in, and what they charted keeps their name.'
          : 'An administrator adds and changes staff.'
      }
      actions={
        may && (
          <Button look="primary" onClick={() => setOpen({ form: 'new' })}>
            Add somebody
          </Button>
        )
      }
    >
      <div className={styles.card}>
        <ul className={styles.list}>
          {people.map((person) => (
            <li key={person.id} data-person={person.username}>
              <Disc initials={person.initials} />
              <span className={styles.main}>
                <b>
                  {person.name}
                  {person.title !== undefined && `, ${person.title}`}
                </b>
                <small>{person.username}</small>
              </span>
              <span className={styles.fact}>{ROLE_LABEL[person.role] ?? person.role}</span>
              {!person.active && <Chip>may not sign in</Chip>}
              <span className={styles.row}>
                {(may || me?.id === person.id) && (
                  <Button
                    size="pointer"
                    aria-label={`Password of ${person.name}`}
                    onClick={() => setOpen({ form: 'password', person })}
                  >
                    Password
                  </Button>
                )}
                {may && (
                  <Button size="pointer" aria-label={`Change ${person.name}`} onClick={() => setOpen({ form: 'change', person })}>
                    Change
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {open?.form === 'new' && <StaffForm onClose={close} />}
      {open?.form === 'change' && <StaffForm person={open.person} onClose={close} />}
      {open?.form === 'password' && <PasswordForm person={open.person} onClose={close} />}
    </SettingsSection>
  );
}

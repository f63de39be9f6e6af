import { useRef } from 'react';
import { z } from 'zod';
import { type Staff, staffSchema } from '../../../../shared/clinic/records.ts';
import { type Role, roleSchema } from '../../../../shared/log/roles.ts';
import { setPasswordSchema } from '../../../../shared/wire/account.ts';
import styles from '../../../components/form/form.module.css';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { known, typedText } from '../../../components/form/known.ts';
import { passwordSays } from '../../../components/form/password-says.ts';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { post } from '../../../live/api.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { newId } from '../../../live/new-id.ts';

/** Roles of people; displays and integrations sign in with tokens. */
export const ROLE_LABEL: Readonly<Partial<Record<Role, string>>> = {
  nurse: 'Nurse',
  physician: 'Physician',
  manager: 'Clinic manager',
  administrator: 'Administrator',
};
const ROLES = roleSchema.options.flatMap((role) => {
  const label = ROLE_LABEL[role];
  return label === undefined ? [] : [{ value: role, label }];
});

const newStaffSchema = staffSchema.extend({ password: setPasswordSchema.shape.password });
const changedSchema = staffSchema.extend({ password: z.undefined().optional() });

/** A member of staff: who, role, and the sign-in. A new one gets a first password. */
export function StaffForm({ person, onClose }: { readonly person?: Staff; readonly onClose: () => void }) {
  const change = useClinicCommand();
  const id = useRef(person?.id ?? newId()).current;
  const form = useForm({
    initial: {
      name: person?.name ?? '',
      initials: person?.initials ?? '',
      title: person?.title ?? '',
      role: person?.role ?? '',
      username: person?.username ?? '',
      active: person?.active === false ? 'no' : 'yes',
      password: '',
    },
    read: ({ title, password, active, ...typed }) => ({
      ...typed,
      id,
      active: active === 'yes',
      ...known({ title: typedText(title) }),
      ...(person === undefined ? { password } : {}),
    }),
    schema: person === undefined ? newStaffSchema : changedSchema,
    says: {
      name: 'A name is needed',
      initials: 'One to four letters',
      title: 'At most 40 letters',
      role: 'Choose a role',
      username: '2 to 40 small letters, digits, dots or dashes',
      active: 'Choose one',
      password: passwordSays,
    },
    refusals: { 'username-taken': 'username', 'last-administrator': person?.active === true ? 'active' : 'role' },
    send: async ({ password, ...staff }, signal) => {
      const answer = await change('put-staff', staff, signal);
      // Both in one press: the record first, then the password that lets them in.
      return !answer.ok || password === undefined ? answer : post(`/api/staff/${id}/password`, { password }, signal);
    },
    onDone: onClose,
  });
  return (
    <FormSheet
      title={person === undefined ? 'Add somebody' : `Change ${person.name}`}
      form={form}
      onClose={onClose}
      save={person === undefined ? 'Add to the staff' : 'Store'}
    >
      <TextField label="Name" {...form.field('name')} autoComplete="off" />
      <div className={styles.pair}>
        <TextField label="Initials" {...form.field('initials')} autoComplete="off" />
        <TextField label="Title, such as RN or MD" {...form.field('title')} autoComplete="off" />
      </div>
      <SelectField label="Role" {...form.field('role')} options={ROLES} {...(person === undefined ? { none: 'Choose …' } : {})} />
      <TextField
        label="User name"
        {...form.field('username')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="For signing in; it belongs to this person for good"
      />
      {person === undefined ? (
        <TextField
          label="First password"
          {...form.field('password')}
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters; they can change it"
        />
      ) : (
        <SelectField
          label="May sign in"
          {...form.field('active')}
          options={[
            { value: 'yes', label: 'yes' },
            { value: 'no', label: 'no, has left or is away: what they charted stays' },
          ]}
        />
      )}
    </FormSheet>
  );
}

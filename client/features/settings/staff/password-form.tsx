import type { Staff } from '../../../../shared/clinic/records.ts';
import { setPasswordSchema } from '../../../../shared/wire/account.ts';
import { announce } from '../../../components/announcer.tsx';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { passwordSays } from '../../../components/form/password-says.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { post } from '../../../live/api.ts';
import { useMe } from '../../../live/live.ts';

/** A new password: one's own with the present one, that of others as an administrator. Ends their other sign-ins. */
export function PasswordForm({ person, onClose }: { readonly person: Staff; readonly onClose: () => void }) {
  const isOwn = useMe()?.id === person.id;
  const form = useForm({
    initial: { oldPassword: '', password: '' },
    read: ({ oldPassword, password }) => ({ password, ...(isOwn ? { oldPassword } : {}) }),
    schema: setPasswordSchema,
    says: { oldPassword: 'Your present password is needed', password: passwordSays },
    refusals: { 'wrong-password': 'oldPassword' },
    send: (data, signal) => post(`/api/staff/${person.id}/password`, data, signal),
    onDone: () => {
      announce(`${person.name} has a new password.`);
      onClose();
    },
  });
  return (
    <FormSheet
      title={isOwn ? 'Your password' : `Password of ${person.name}`}
      form={form}
      onClose={onClose}
      save="Set the password"
    >
      {isOwn && (
        <TextField label="Present password" {...form.field('oldPassword')} type="password" autoComplete="current-password" />
      )}
      <TextField
        label="New password"
        {...form.field('password')}
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters; a sentence is easiest to keep"
      />
    </FormSheet>
  );
}

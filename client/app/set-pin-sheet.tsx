import { z } from 'zod';
import { isEasyPin, pinSchema } from '../../shared/access/pin.ts';
import { signInSchema } from '../../shared/wire/up.ts';
import { announce } from '../components/announcer.tsx';
import { FormSheet } from '../components/form/form-sheet.tsx';
import { TextField } from '../components/form/text-field.tsx';
import { useForm } from '../components/form/use-form.ts';
import { post } from '../live/api.ts';
import { askDevice } from '../live/tablet.ts';

const TOO_EASY = 'This PIN is too easy to guess; please take another one';

/** What is sent, and the PIN once more against a slip of the finger. */
const schema = z
  .strictObject({
    password: signInSchema.shape.password,
    pin: pinSchema.refine((pin) => !isEasyPin(pin), TOO_EASY),
    again: z.string(),
  })
  .refine(({ pin, again }) => again === pin, { path: ['again'], when: () => true });

/** One's own PIN for the shared tablets, with the password. */
export function SetPinSheet({ onClose }: { readonly onClose: () => void }) {
  const form = useForm({
    initial: { password: '', pin: '', again: '' },
    read: (typed) => typed,
    schema,
    says: {
      password: 'Your password is needed',
      pin: (pin) => (pinSchema.safeParse(pin).success ? TOO_EASY : 'Six digits'),
      again: 'Not the same as above',
    },
    refusals: { 'wrong-password': 'password', 'too-many-requests': 'password' },
    send: ({ password, pin }, signal) => post('/api/me/pin', { password, pin }, signal),
    onDone: () => {
      announce('Your PIN is set.');
      void askDevice();
      onClose();
    },
  });
  const digits = { type: 'password', inputMode: 'numeric', maxLength: 6 } as const;
  return (
    <FormSheet title="Set your PIN" form={form} onClose={onClose} save="Set PIN">
      <p>Six digits. They open the clinic’s shared tablets for you, for 12 hours after you signed in there with the password.</p>
      <TextField label="Your password" {...form.field('password')} type="password" autoComplete="current-password" />
      <TextField label="New PIN" {...form.field('pin')} {...digits} />
      <TextField label="The same PIN again" {...form.field('again')} {...digits} />
    </FormSheet>
  );
}

import { type FormEvent, useState } from 'react';
import { isEasyPin, pinSchema } from '../../shared/access/pin.ts';
import { announce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/form/text-field.tsx';
import { Sheet } from '../components/sheet.tsx';
import { post } from '../live/api.ts';
import { askDevice } from '../live/tablet.ts';
import styles from './set-pin-sheet.module.css';

const NOTHING = { password: '', pin: '', again: '' };
type Typed = typeof NOTHING;

/** One's own PIN for the shared tablets, with the password. */
export function SetPinSheet({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [wrong, setWrong] = useState<Partial<Typed>>({});
  const [busy, setBusy] = useState(false);
  const field = (name: keyof Typed) => ({
    name,
    type: 'password',
    value: typed[name],
    error: wrong[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const faults = faultsOf(typed);
    setWrong(faults);
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    const answer = await post('/api/me/pin', { password: typed.password, pin: typed.pin });
    setBusy(false);
    if (answer.ok) {
      announce('Your PIN is set.');
      void askDevice();
      return onClose();
    }
    const { code, detail, errors } = answer.problem;
    setWrong(code === 'malformed' ? { pin: errors?.[0]?.message ?? detail } : { password: detail });
  };

  const dirty = Object.values(typed).some((text) => text !== '');
  return (
    <Sheet title="Set your PIN" open onClose={onClose} dirty={dirty}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>
          Six digits. They open the clinic’s shared tablets for you, for 12 hours after you signed in there with the password.
        </p>
        <TextField label="Your password" {...field('password')} autoComplete="current-password" />
        <TextField label="New PIN" {...field('pin')} inputMode="numeric" maxLength={6} autoComplete="off" />
        <TextField label="The same PIN again" {...field('again')} inputMode="numeric" maxLength={6} autoComplete="off" />
        <Button type="submit" look="primary" busy={busy}>
          Set PIN
        </Button>
      </form>
    </Sheet>
  );
}

function faultsOf({ password, pin, again }: Typed): Partial<Typed> {
  return {
    ...(password === '' ? { password: 'Your password is needed' } : {}),
    ...(!pinSchema.safeParse(pin).success
      ? { pin: 'Six digits' }
      : isEasyPin(pin)
        ? { pin: 'This PIN is too easy to guess; please take another one' }
        : {}),
    ...(again === pin ? {} : { again: 'Not the same as above' }),
  };
}

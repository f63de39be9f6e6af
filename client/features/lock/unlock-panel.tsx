import { ChevronLeft, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import { type SignedIn, signInSchema } from '../../../shared/wire/up.ts';
import { Button } from '../../components/button.tsx';
import { Disc } from '../../components/disc.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { TextField } from '../../components/form/text-field.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { post } from '../../live/api.ts';
import { useMe } from '../../live/live.ts';
import { useTablet } from '../../live/tablet.ts';
import { typedStore } from '../../live/typed-values.ts';
import { PinPad } from './pin-pad.tsx';
import { refusedPin } from './tries-left.ts';
import styles from './unlock-panel.module.css';

interface UnlockPanelProps {
  readonly onLetIn: (who: SignedIn) => void;
}

/** Who takes the tablet: initials and PIN, or user name and password. */
export function UnlockPanel({ onLetIn }: UnlockPanelProps) {
  const people = useTablet(({ device }) => device?.people) ?? [];
  const [chosenId, setChosenId] = useState<string>();
  const [withPassword, setWithPassword] = useState(false);
  const chosen = people.find(({ staffId }) => staffId === chosenId);
  const back = () => {
    setChosenId(undefined);
    setWithPassword(false);
  };

  const unlock = async (staffId: string, pin: string) => {
    const answer = await post<SignedIn>('/api/unlock', { staffId, pin });
    if (!answer.ok) return refusedPin(answer.problem, staffId);
    onLetIn(answer.value);
    return undefined;
  };

  if (withPassword || (chosenId !== undefined && chosen === undefined) || people.length === 0)
    return (
      <section className={styles.panel} aria-label="Unlock">
        {people.length > 0 && <Back onBack={back} />}
        <h2>Sign in with your password</h2>
        {chosenId !== undefined && chosen === undefined && (
          <p role="alert">That PIN has no tries left, or its 12 hours are over. The password opens the tablet again.</p>
        )}
        <TypedByOther />
        <PasswordForm onLetIn={onLetIn} />
      </section>
    );
  if (chosen !== undefined)
    return (
      <section className={styles.panel} aria-label="Unlock">
        <Back onBack={back} />
        <h2>
          <Disc initials={chosen.initials} /> {chosen.name}
        </h2>
        <TypedByOther unless={chosen.staffId} />
        <PinPad key={chosen.staffId} onPin={(pin) => unlock(chosen.staffId, pin)} />
      </section>
    );
  return (
    <section className={styles.panel} aria-label="Unlock">
      <h2>Who are you?</h2>
      <ul className={styles.people}>
        {people.map(({ staffId, initials, name }) => (
          <li key={staffId}>
            <button type="button" onClick={() => setChosenId(staffId)}>
              <b>{initials}</b>
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button size="large" icon={<KeyRound size={20} aria-hidden="true" />} onClick={() => setWithPassword(true)}>
        Sign in with password
      </Button>
    </section>
  );
}

function Back({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" className={styles.back} onClick={onBack}>
      <ChevronLeft size={20} aria-hidden="true" />
      Somebody else
    </button>
  );
}

/** DEV14: what the last person typed is theirs; whoever else unlocks is told that it goes. */
function TypedByOther({ unless }: { readonly unless?: string }) {
  const me = useMe();
  const typed = useStore(typedStore, ({ parts }) => parts > 0);
  if (!typed || me === undefined || me === null || me.id === unless) return null;
  return (
    <p className={styles.typed} role="alert">
      <b>{me.name}</b> has typed values here that are not saved. If somebody else unlocks, they are thrown away.
    </p>
  );
}

function PasswordForm({ onLetIn }: UnlockPanelProps) {
  const form = useForm({
    careless: true,
    initial: { username: '', password: '' },
    read: (typed) => typed,
    schema: signInSchema,
    says: { username: 'Your user name', password: 'Your password' },
    send: async (data, signal) => {
      const answer = await post<SignedIn>('/api/sign-in', data, signal);
      if (answer.ok) onLetIn(answer.value);
      return answer;
    },
    onDone: () => undefined,
  });
  const { username, password } = form.values;
  return (
    <FormBody form={form} className={styles.form}>
      <TextField label="User name" {...form.field('username')} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      <TextField label="Password" {...form.field('password')} type="password" autoComplete="current-password" />
      {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
      <Button type="submit" look="primary" size="large" busy={form.busy} disabled={username === '' || password === ''}>
        Unlock
      </Button>
    </FormBody>
  );
}

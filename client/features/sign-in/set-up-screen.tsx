import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../../shared/wire/problem.ts';
import { setUpSchema, signedInSchema } from '../../../shared/wire/up.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { numberToSend } from '../../components/form/parse-number.ts';
import { TextField } from '../../components/form/text-field.tsx';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { post } from '../../live/api.ts';
import { meStore } from '../../live/live.ts';
import { EntryPage } from './entry-page.tsx';
import styles from './sign-in.module.css';

/** What is typed, by the path the server names it with. */
const EMPTY = {
  clinicName: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  'administrator.name': '',
  'administrator.initials': '',
  'administrator.username': '',
  'administrator.password': '',
  chairs: '',
  bays: '',
};
type Field = keyof typeof EMPTY;

const SAYS: Readonly<Record<Field, string>> = {
  clinicName: 'Give the clinic a name',
  timeZone: 'A time zone such as Europe/Berlin',
  'administrator.name': 'Your name',
  'administrator.initials': 'One to four letters',
  'administrator.username': '2 to 40 small letters, digits, dots or dashes',
  'administrator.password': 'At least 12 characters',
  chairs: 'A number from 1 to 60',
  bays: 'A number from 0 to 60',
};

/** A new clinic in one page: its name, its first administrator, its chairs and bays. Protocols come along. */
export function SetUpScreen() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const mark = (wrong: Partial<Record<Field, string>>) => {
    setErrors(wrong);
    const first = (Object.keys(EMPTY) as Field[]).find((field) => wrong[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(typed);
    const parsed = setUpSchema.safeParse(body);
    if (!parsed.success) return mark(saysOf(parsed.error.issues.map(({ path }) => path.join('.'))));
    setBusy(true);
    const answer = await post<unknown>('/api/set-up', parsed.data);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return mark(saysOf(answer.problem.errors?.map(({ path }) => path) ?? []));
    }
    const signedIn = signedInSchema.safeParse(answer.value);
    if (signedIn.success) meStore.setState({ me: signedIn.data.staff });
    await navigate({ to: signedIn.success ? '/' : '/sign-in' });
  };

  const field = (name: Field) => ({
    name,
    value: typed[name],
    error: errors[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });

  return (
    <EntryPage title="Set up your clinic" wide>
      <p className={styles.lead}>
        Five minutes, once. Everything here can be changed later in settings; the default protocols come along.
      </p>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField label="Clinic" {...field('clinicName')} autoComplete="organization" />
        <TextField label="Time zone" {...field('timeZone')} hint="For the clock on screen and where a day begins" />
        <section className={styles.group}>
          <h2>First administrator</h2>
          <div className={cx(styles.pair, styles.named)}>
            <TextField label="Name" {...field('administrator.name')} autoComplete="name" />
            <TextField label="Initials" {...field('administrator.initials')} autoComplete="off" />
          </div>
          <TextField
            label="User name"
            {...field('administrator.username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            label="Password"
            {...field('administrator.password')}
            type="password"
            autoComplete="new-password"
            hint="At least 12 characters; a sentence is easiest to keep"
          />
        </section>
        <section className={styles.group}>
          <h2>Places</h2>
          <div className={styles.pair}>
            <TextField label="Treatment chairs" {...field('chairs')} inputMode="numeric" autoComplete="off" />
            <TextField label="Recovery bays" {...field('bays')} inputMode="numeric" autoComplete="off" />
          </div>
        </section>
        {problem !== undefined && <ProblemMessage problem={problem} />}
        <Button type="submit" look="primary" size="large" busy={busy}>
          Open the clinic
        </Button>
      </form>
    </EntryPage>
  );
}

function bodyOf(typed: typeof EMPTY): unknown {
  return {
    clinicName: typed.clinicName,
    timeZone: typed.timeZone,
    administrator: {
      name: typed['administrator.name'],
      initials: typed['administrator.initials'],
      username: typed['administrator.username'],
      password: typed['administrator.password'],
    },
    chairs: numberToSend(typed.chairs),
    bays: numberToSend(typed.bays),
  };
}

function saysOf(paths: readonly string[]): Partial<Record<Field, string>> {
  const wrong: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(SAYS) as Field[]) if (paths.includes(field)) wrong[field] = SAYS[field];
  return wrong;
}

import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Formats } from '../../../shared/clinic/formats.ts';
import { proposedFormats } from '../../../shared/clinic/proposed-formats.ts';
import { setUpSchema, signedInSchema } from '../../../shared/wire/up.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { FormBody } from '../../components/form/form-body.tsx';
import { FormatsFields } from '../../components/form/formats-fields.tsx';
import { LeaveQuestion } from '../../components/form/leave-question.tsx';
import { numberSays } from '../../components/form/limits.ts';
import { numberToSend } from '../../components/form/parse-number.ts';
import { passwordSays } from '../../components/form/password-says.ts';
import { TextField } from '../../components/form/text-field.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { useTitle } from '../../components/use-title.ts';
import { post } from '../../live/api.ts';
import { meStore } from '../../live/live.ts';
import { EntryPage } from './entry-page.tsx';
import styles from './sign-in.module.css';

/** What is typed, by the path the server names it with. */
const EMPTY = {
  clinicName: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  /** Undefined: as proposed for the browser's region and the time zone. */
  formats: undefined as Formats | undefined,
  'administrator.name': '',
  'administrator.initials': '',
  'administrator.username': '',
  'administrator.password': '',
  chairs: '',
  bays: '',
};

/** A new clinic in one page: its name, its first administrator, its chairs and bays. Protocols come along. */
export function SetUpScreen() {
  useTitle('Set up');
  const navigate = useNavigate();
  const isIn = useRef(false);
  const form = useForm({
    initial: EMPTY,
    read: bodyOf,
    schema: setUpSchema,
    says: {
      clinicName: 'Give the clinic a name',
      timeZone: 'A time zone such as Europe/Berlin',
      'administrator.name': 'Your name',
      'administrator.initials': 'One to four letters',
      'administrator.username': '2 to 40 small letters, digits, dots or dashes',
      'administrator.password': passwordSays,
      chairs: numberSays(setUpSchema.shape.chairs),
      bays: numberSays(setUpSchema.shape.bays),
    },
    refusals: { 'unknown-time-zone': 'timeZone' },
    send: async (body, signal) => {
      const answer = await post<unknown>('/api/set-up', body, signal);
      const signedIn = signedInSchema.safeParse(answer.ok ? answer.value : undefined);
      if (signedIn.success) meStore.setState({ me: signedIn.data.staff });
      isIn.current = signedIn.success;
      return answer;
    },
    onDone: () => void navigate({ to: isIn.current ? '/' : '/sign-in' }),
  });
  const { field } = form;
  const formats = formatsFrom(form.values);
  return (
    <EntryPage title="Set up your clinic" wide>
      <LeaveQuestion>The clinic is not opened yet.</LeaveQuestion>
      <p className={styles.lead}>
        Five minutes, once. Everything here can be changed later in settings; the default protocols come along.
      </p>
      <FormBody form={form} className={styles.form}>
        <TextField label="Clinic" {...field('clinicName')} autoComplete="organization" />
        <TextField label="Time zone" {...field('timeZone')} hint="For the clock on screen and where a day begins" />
        <section className={styles.group}>
          <h2>First administrator</h2>
          <div className={cx(styles.pair, styles.named)}>
            <TextField label="Name" {...field('administrator.name')} autoComplete="name" />
            <TextField label="Initials" {...field('administrator.initials')} />
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
            <TextField label="Treatment chairs" {...field('chairs')} inputMode="numeric" />
            <TextField label="Recovery bays" {...field('bays')} inputMode="numeric" />
          </div>
        </section>
        <section className={styles.group}>
          <h2>Units and forms</h2>
          <div className={cx(styles.pair, styles.three)}>
            <FormatsFields value={formats} onChange={field('formats').onChange} />
          </div>
        </section>
        {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          Open the clinic
        </Button>
      </FormBody>
    </EntryPage>
  );
}

/** What was chosen, or what this browser and time zone suggest. */
const formatsFrom = ({ formats, timeZone }: typeof EMPTY): Formats => formats ?? proposedFormats(navigator.language, timeZone);

function bodyOf(typed: typeof EMPTY): unknown {
  return {
    clinicName: typed.clinicName,
    timeZone: typed.timeZone,
    formats: formatsFrom(typed),
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

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type SignedIn, signInSchema } from '../../../shared/wire/up.ts';
import { Button } from '../../components/button.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { TextField } from '../../components/form/text-field.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { useTitle } from '../../components/use-title.ts';
import { get, post } from '../../live/api.ts';
import { letIn } from '../../live/tablet.ts';
import { EntryPage } from './entry-page.tsx';
import styles from './sign-in.module.css';

/** Name and password, and the second factor when the server wants one. A clinic without staff is sent to the set-up. */
export function SignInScreen() {
  useTitle('Sign in');
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const passwordField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const form = useForm({
    careless: true,
    initial: { username: '', password: '', code: '' },
    read: ({ code, ...typed }) => ({ ...typed, ...(code === '' ? {} : { code }) }),
    schema: signInSchema,
    says: { username: 'Your user name', password: 'Your password', code: 'At most 20 characters' },
    send: async (data, signal) => {
      const answer = await post<SignedIn>('/api/sign-in', data, signal);
      if (answer.ok) letIn(answer.value);
      return answer;
    },
    onDone: () => void navigate({ to: innerAddress(to) }),
  });
  const { problem, values } = form;
  const wantsCode = problem?.code === 'second-factor-needed' || values.code !== '';

  useEffect(() => {
    void get<{ readonly needed: boolean }>('/api/set-up').then((answer) => {
      if (answer.ok && answer.value.needed) void navigate({ to: '/set-up' });
    });
  }, [navigate]);

  useEffect(() => {
    if (problem?.code === 'second-factor-needed') codeField.current?.focus();
    else if (problem !== undefined) passwordField.current?.select();
  }, [problem]);

  return (
    <EntryPage title="Sign in">
      <FormBody form={form} className={styles.form}>
        <TextField
          label="User name"
          {...form.field('username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <TextField
          ref={passwordField}
          label="Password"
          {...form.field('password')}
          type="password"
          autoComplete="current-password"
        />
        {wantsCode && (
          <TextField
            ref={codeField}
            label="Code from your authenticator"
            {...form.field('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
        {problem !== undefined && problem.code !== 'second-factor-needed' && <ProblemMessage problem={problem} />}
        <Button
          type="submit"
          look="primary"
          size="large"
          busy={form.busy}
          disabled={values.username === '' || values.password === ''}
        >
          Sign in
        </Button>
      </FormBody>
    </EntryPage>
  );
}

/** Only an address inside this app: a link from elsewhere must not lead out through the sign-in. */
function innerAddress(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}

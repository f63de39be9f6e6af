import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../shared/wire/problem.ts';
import type { SignedIn } from '../../../shared/wire/up.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/text-field.tsx';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { get, post } from '../../live/api.ts';
import { letIn } from '../../live/tablet.ts';
import { EntryPage } from './entry-page.tsx';
import styles from './sign-in.module.css';

/** Name and password, and the second factor when the server wants one. A clinic without staff is sent to the set-up. */
export function SignInScreen() {
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const wantsCode = problem?.code === 'second-factor-needed' || code !== '';

  useEffect(() => {
    void get<{ readonly needed: boolean }>('/api/set-up').then((answer) => {
      if (answer.ok && answer.value.needed) void navigate({ to: '/set-up' });
    });
  }, [navigate]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await post<SignedIn>('/api/sign-in', { username, password, ...(code === '' ? {} : { code }) });
    setBusy(false);
    if (answer.ok) {
      letIn(answer.value);
      await navigate({ to: innerAddress(to) });
      return;
    }
    setProblem(answer.problem);
    if (answer.problem.code === 'second-factor-needed') requestAnimationFrame(() => codeField.current?.focus());
    else passwordField.current?.select();
  };

  return (
    <EntryPage title="Sign in">
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="User name"
          name="username"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <TextField
          ref={passwordField}
          label="Password"
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {wantsCode && (
          <TextField
            ref={codeField}
            label="Code from your authenticator"
            name="code"
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
        {problem !== undefined && problem.code !== 'second-factor-needed' && <ProblemMessage problem={problem} />}
        <Button type="submit" look="primary" size="large" busy={busy} disabled={username === '' || password === ''}>
          Sign in
        </Button>
      </form>
    </EntryPage>
  );
}

/** Only an address inside this app: a link from elsewhere must not lead out through the sign-in. */
function innerAddress(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}

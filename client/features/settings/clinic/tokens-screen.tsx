import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { newTokenSchema } from '../../../../shared/wire/account.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { type Answer, post, request } from '../../../live/api.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { ask, problemOf } from '../../../live/query-client.ts';
import { SettingsSection } from '../section.tsx';
import styles from '../settings.module.css';

type NewToken = z.infer<typeof newTokenSchema>;
interface Token extends NewToken {
  readonly id: string;
  readonly createdAt: string;
  readonly revokedAt?: string;
}
const KEY = ['tokens'];

/** Sign-ins of machines: wall displays and integrations. */
export function TokensScreen() {
  const client = useQueryClient();
  const { date } = useClinicTime();
  const { data, error } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => ask<{ tokens: Token[] }>('/api/tokens', signal) });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly token: string }>();
  const [asked, setAsked] = useState<Token>();
  const problem = problemOf(error);
  const again = () => void client.invalidateQueries({ queryKey: KEY });

  const revoke = async ({ id, name }: Token) => {
    const answer = await request<undefined>('DELETE', `/api/tokens/${id}`);
    setAsked(undefined);
    announce(answer.ok ? `“${name}” can no longer sign in.` : answer.problem.detail, answer.ok ? 'polite' : 'assertive');
    again();
  };

  return (
    <SettingsSection
      title="API tokens"
      right="manage-tokens"
      lead="Wall displays and integrations sign in with a token of their own. It is shown once; taken back, its screens close within a second."
      actions={
        <Button look="primary" onClick={() => setMaking(true)}>
          Make a token
        </Button>
      }
    >
      {problem !== undefined && <ProblemMessage problem={problem} />}
      {data?.tokens.length === 0 && <EmptyState title="No token yet">Make one for a wall display or an integration.</EmptyState>}
      {data !== undefined && data.tokens.length > 0 && (
        <div className={styles.card}>
          <ul className={styles.list}>
            {data.tokens.map((token) => (
              <li key={token.id}>
                <span className={styles.main}>
                  <b>{token.name}</b>
                  <small>made {date(token.createdAt)}</small>
                </span>
                <span className={styles.fact}>{token.role === 'display' ? 'wall display' : 'integration'}</span>
                {token.revokedAt === undefined ? (
                  <Button size="pointer" aria-label={`Take back ${token.name}`} onClick={() => setAsked(token)}>
                    Take back
                  </Button>
                ) : (
                  <Chip>taken back {date(token.revokedAt)}</Chip>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {making && (
        <TokenForm
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMade(token);
            again();
          }}
        />
      )}
      {made !== undefined && (
        <Sheet title={`Token of “${made.name}”`} open onClose={() => setMade(undefined)}>
          <p>Copy it now: it is not shown again.</p>
          <code className={styles.token}>{made.token}</code>
          <Button look="primary" onClick={() => void navigator.clipboard.writeText(made.token).then(() => announce('Copied.'))}>
            Copy
          </Button>
        </Sheet>
      )}
      {asked !== undefined && (
        <Sheet title={`Take back “${asked.name}”?`} open onClose={() => setAsked(undefined)}>
          <p>What uses it is signed out at once and cannot sign in again.</p>
          <Button look="primary" onClick={() => void revoke(asked)}>
            Take back
          </Button>
        </Sheet>
      )}
    </SettingsSection>
  );
}

interface TokenFormProps {
  readonly onClose: () => void;
  readonly onMade: (token: { readonly name: string; readonly token: string }) => void;
}

function TokenForm({ onClose, onMade }: TokenFormProps) {
  const form = useForm({
    initial: { name: '', role: 'display' },
    read: (typed) => typed,
    schema: newTokenSchema,
    says: { name: 'A name is needed, so that it can be told apart', role: 'Choose one' },
    send: async (data, signal): Promise<Answer<unknown>> => {
      const answer = await post<{ readonly token: string }>('/api/tokens', data, signal);
      if (answer.ok) onMade({ name: data.name, token: answer.value.token });
      return answer;
    },
    onDone: onClose,
  });
  return (
    <FormSheet title="Make a token" form={form} onClose={onClose} save="Make it">
      <TextField label="What it is for" {...form.field('name')} autoComplete="off" hint="Such as “Wall, treatment room”" />
      <SelectField
        label="Kind"
        {...form.field('role')}
        options={[
          { value: 'display', label: 'Wall display: the board without names' },
          { value: 'integration', label: 'Integration: reads and exports' },
        ]}
      />
    </FormSheet>
  );
}

import { useState } from 'react';
import type { ClinicCommand } from '../../../shared/clinic/commands.ts';
import type { Chair } from '../../../shared/clinic/records.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { linkStore, serverClock, useConnectionState, useMe } from '../../live/live.ts';
import { newId } from '../../live/new-id.ts';
import { sendUntilAnswered } from '../../live/send-command.ts';
import styles from './card.module.css';

/** One tap when a chair has been cleaned, or has to be. */
export function ChairReady({ chair }: { readonly chair: Chair }) {
  const [sending, setSending] = useState(false);
  const live = useConnectionState() !== 'not-live';
  const role = useMe()?.role;
  const mayChange = role === 'nurse' || role === 'manager' || role === 'administrator';
  if (!live || !mayChange || (chair.state !== 'cleaning' && chair.state !== 'available')) return null;

  const put = async (state: Chair['state']) => {
    setSending(true);
    const { id, label, order } = chair;
    const command: ClinicCommand = {
      id: newId(),
      type: 'put-chair',
      at: serverClock.now(),
      data: { id, label, order, state },
    };
    const answer = await sendUntilAnswered('/api/clinic/commands', command, linkStore);
    setSending(false);
    if (!answer.ok) announce(answer.problem.detail, 'assertive');
  };
  return (
    <div className={styles.chairReady}>
      {chair.state === 'cleaning' ? (
        <Button
          size="pointer"
          aria-label={`Mark clean: chair ${chair.label}`}
          busy={sending}
          onClick={() => void put('available')}
        >
          Mark clean
        </Button>
      ) : (
        <Button
          size="pointer"
          look="ghost"
          aria-label={`Mark for cleaning: chair ${chair.label}`}
          busy={sending}
          onClick={() => void put('cleaning')}
        >
          Mark for cleaning
        </Button>
      )}
    </div>
  );
}

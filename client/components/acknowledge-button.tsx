import { useState } from 'react';
import type { Alarm } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { sendToSession } from '../live/live.ts';
import styles from './alarm-strip.module.css';
import { announce } from './announcer.tsx';

interface AcknowledgeButtonProps {
  readonly sessionId: Id;
  readonly patientId: Id;
  readonly alarm: Alarm;
  readonly said: string;
}

/** One tap answers this alarm as it was shown: it names the alarm and its position, and a stale one is refused. */
export function AcknowledgeButton({ sessionId, patientId, alarm, said }: AcknowledgeButtonProps) {
  const [sending, setSending] = useState<number>();
  const acknowledge = async () => {
    setSending(alarm.position);
    const { alarmId, position } = alarm;
    const answer = await sendToSession({ id: sessionId, patientId }, 'acknowledge-alarm', { alarmId, position });
    // Accepted: the button goes when the event arrives on the live feed, on this screen as on every other.
    if (answer.ok) return;
    setSending(undefined);
    announce(answer.problem.detail, 'assertive');
  };
  return (
    <button
      type="button"
      className={styles.acknowledge}
      disabled={sending === alarm.position}
      onClick={(event) => {
        event.stopPropagation();
        void acknowledge();
      }}
    >
      Acknowledge<span className="vh"> {said}</span>
    </button>
  );
}

import { useLayoutEffect, useRef, useState } from 'react';
import type { Alarm } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { sendToSession } from '../live/live.ts';
import styles from './acknowledge-button.module.css';
import { announce } from './announcer.tsx';

interface AcknowledgeButtonProps {
  readonly sessionId: Id;
  readonly patientId: Id;
  /** Of one card. */
  readonly alarms: readonly Alarm[];
  readonly said: string;
}

/**
 * One tap answers the alarms of this card as they were shown: it names each with its position, and a stale one is refused. A call is not
 * acknowledged: a physician answers it.
 */
export function AcknowledgeButton({ sessionId, patientId, alarms, said }: AcknowledgeButtonProps) {
  const [sending, setSending] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  // Answered, it goes: whoever pressed it with the keyboard goes on with the next one, or with the screen.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own !== document.activeElement) return;
      // Once the next one has taken its place.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const next = document.querySelector<HTMLElement>('[data-alarm] button') ?? document.getElementById('screen');
        next?.focus({ preventScroll: true });
      });
    };
  }, []);
  const shown = alarms.map(({ position }) => position).join();
  const isCall = alarms[0]?.kind === 'call';
  const acknowledge = async () => {
    setSending(shown);
    const visit = { id: sessionId, patientId };
    const answers = isCall
      ? [await sendToSession(visit, 'answer-call', {})]
      : await Promise.all(
          alarms.map(({ alarmId, position }) => sendToSession(visit, 'acknowledge-alarm', { alarmId, position })),
        );
    // Accepted: the button goes when the event arrives on the live feed, on this screen as on every other.
    const refused = answers.find(({ ok }) => !ok);
    if (refused === undefined || refused.ok) return;
    setSending(undefined);
    announce(refused.problem.detail, 'assertive');
  };
  return (
    <button
      type="button"
      className={styles.acknowledge}
      ref={button}
      aria-disabled={sending === shown || undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (sending !== shown) void acknowledge();
      }}
    >
      {isCall ? 'Answer' : 'Acknowledge'}
      <span className="vh"> {said}</span>
    </button>
  );
}

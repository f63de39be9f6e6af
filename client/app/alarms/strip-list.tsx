import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import styles from './strip.module.css';
import { StripCard } from './strip-card.tsx';

/** All of them, under the strip: unanswered first, then those that somebody answered and that are still past a limit. */
export function StripList({ alarms, onClose }: { readonly alarms: readonly BoardAlarm[]; readonly onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const open = alarms.filter(({ alarm }) => alarm.acknowledged === undefined);
  const answered = alarms.filter(({ alarm }) => alarm.acknowledged !== undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere within
    <div className={styles.all} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <button ref={close} type="button" className={styles.close} aria-label="Close the list of alarms" onClick={onClose}>
        <X size={24} aria-hidden="true" />
      </button>
      <Cards title="unanswered" cards={open} />
      <Cards title="acknowledged, still past a limit" cards={answered} />
    </div>
  );
}

function Cards({ title, cards }: { readonly title: string; readonly cards: readonly BoardAlarm[] }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h3>
        <b>{cards.length}</b> {title}
      </h3>
      <ol aria-label={title}>
        {cards.map((card) => (
          <li key={card.alarm.alarmId}>
            <StripCard {...card} />
          </li>
        ))}
      </ol>
    </>
  );
}

import { Suspense, useEffect, useRef, useState } from 'react';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { countInTitle } from '../../components/use-title.ts';
import { SoundButton } from '../sound/sound-button.tsx';
import { useAlarmSound } from '../sound/use-alarm-sound.ts';
import styles from './strip.module.css';
import { StripCard } from './strip-card.tsx';
import { useBeyondRows } from './use-beyond-rows.ts';

const StripList = lazyPart(() => import('./strip-list.tsx').then((module) => module.StripList));

/** Steps of the climb after which the strip, and then every screen of the clinic, belongs to an alarm. */
const ASKS_ALL = 1;
const ASKS_CLINIC = 2;

/** The row itself: how many wait for an answer, as many of them as fit, the rest counted, and those that somebody answered. */
export function StripRow({ alarms }: { readonly alarms: readonly BoardAlarm[] }) {
  const open = alarms.filter(({ alarm }) => alarm.acknowledged === undefined);
  // A low one is listed, last, and in no count, title or sound.
  const urgent = open.filter(({ alarm }) => alarm.priority !== 'low').length;
  useEffect(() => countInTitle(urgent), [urgent]);
  useAlarmSound(open);
  const list = useRef<HTMLOListElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [all, setAll] = useState(false);
  const beyond = useBeyondRows(list, more, open.length);
  const answered = alarms.length - open.length;
  const first = open[0]?.alarm;
  const step = first?.priority === 'high' ? first.step : 0;
  const shown = all && alarms.length > 0;
  return (
    <section
      className={styles.strip}
      aria-label="Active alarms, most urgent first"
      data-none={alarms.length === 0 || undefined}
      data-asks={step >= ASKS_CLINIC ? 'clinic' : step >= ASKS_ALL ? 'all' : undefined}
    >
      <h2 className={styles.count}>
        {urgent > 0 ? (
          <>
            <b>{urgent}</b> unanswered
          </>
        ) : alarms.length === 0 ? (
          'No alarms'
        ) : (
          'None unanswered'
        )}
      </h2>
      <ol className={styles.list} ref={list}>
        {open.map((card) => (
          <li key={card.alarm.alarmId}>
            <StripCard {...card} />
          </li>
        ))}
      </ol>
      <div className={styles.end}>
        <button
          ref={more}
          type="button"
          className={styles.more}
          hidden={beyond === 0}
          aria-expanded={shown}
          onClick={() => setAll(!all)}
        >
          <b>+{beyond}</b> unanswered
        </button>
        {answered > 0 && (
          <button type="button" className={styles.answered} aria-expanded={shown} onClick={() => setAll(!all)}>
            <b>{answered}</b> acknowledged
          </button>
        )}
        <SoundButton />
      </div>
      <Suspense>{shown && <StripList alarms={alarms} onClose={() => setAll(false)} />}</Suspense>
    </section>
  );
}

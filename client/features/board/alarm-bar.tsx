import { useRef, useState } from 'react';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import { NewAlarms } from '../../components/new-alarms.tsx';
import { placeWords } from '../../components/visit-words.ts';
import { useClinic, useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './alarm-bar.module.css';
import { useBoardAlarms } from './use-board.ts';
import { useOverflowCount } from './use-overflow-count.ts';

/**
 * Every alarm that is up, unanswered first. More than fit: "+2 more", which shows them all. Only answered ones are ever behind it: the bar
 * grows for the others.
 */
export function AlarmBar() {
  const alarms = useBoardAlarms();
  const list = useRef<HTMLOListElement>(null);
  const [all, setAll] = useState(false);
  const hidden = useOverflowCount(list, alarms.length);
  const answered = alarms.filter(({ alarm }) => alarm.acknowledged !== undefined).length;
  const grown = hidden > answered;
  const open = all && !grown && alarms.length > 0;
  return (
    <section
      className={styles.bar}
      aria-label="Active alarms, most urgent first"
      data-all={open || undefined}
      data-grown={grown || undefined}
    >
      <h2 className={styles.title}>
        {alarms.length === 0 ? 'No alarms' : alarms.length === 1 ? '1 alarm' : `${alarms.length} alarms`}
      </h2>
      <ol className={styles.list} ref={list}>
        {alarms.map((card) => (
          <li key={card.alarm.alarmId}>
            <BarAlarm {...card} />
          </li>
        ))}
      </ol>
      <NewAlarms alarms={alarms} />
      {!grown && (hidden > 0 || open) && (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setAll(!open)}>
          {open ? 'Show fewer' : `+${hidden} more`}
        </button>
      )}
    </section>
  );
}

function BarAlarm({ sessionId, alarm, also }: BoardAlarm) {
  const session = useSession(sessionId);
  const shown = useShortName(session?.patientId);
  const name = session === undefined ? '' : shown;
  const place = useClinic((clinic) => (session === undefined ? '' : placeWords(session, clinic)));
  if (session === undefined) return null;
  return (
    <AlarmStrip
      sessionId={sessionId}
      patientId={session.patientId}
      alarm={alarm}
      also={also}
      shape="bar"
      place={
        <span className={styles.place}>
          {place}
          <span>{name}</span>
        </span>
      }
    />
  );
}

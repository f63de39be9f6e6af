import { useCallback, useEffect, useRef, useState } from 'react';
import { alarmText } from '../../../shared/session/alarm-text.ts';
import { heldBay, heldChair } from '../../../shared/session/occupancy.ts';
import type { Id } from '../../../shared/units.ts';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import { AlarmStrip } from '../../components/alarm-strip.tsx';
import { clinicStore, useClinic, useSession } from '../../live/live.ts';
import styles from './alarm-bar.module.css';
import { shortName } from './patient-words.ts';
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

/** Says a new alarm aloud to a screen reader, once; those that were up when the board opened are read as its content. */
function NewAlarms({ alarms }: { readonly alarms: readonly BoardAlarm[] }) {
  const said = useRef<ReadonlySet<string>>(undefined);
  const [text, setText] = useState('');
  const placeOf = useAlarmPlace();
  useEffect(() => {
    const asking = alarms
      .flatMap(({ sessionId, alarm, also }) => [alarm, ...also].map((one) => ({ sessionId, alarm: one })))
      .filter(({ alarm }) => alarm.acknowledged === undefined);
    const known = said.current;
    said.current = new Set(asking.map(({ alarm }) => `${alarm.alarmId} ${alarm.position}`));
    const fresh = known === undefined ? [] : asking.filter(({ alarm }) => !known.has(`${alarm.alarmId} ${alarm.position}`));
    if (fresh.length > 0)
      setText(
        fresh.map(({ sessionId, alarm }) => `${alarm.priority} alarm, ${placeOf(sessionId)}: ${alarmText(alarm)}`).join('. '),
      );
  }, [alarms, placeOf]);
  return (
    <p className="vh" aria-live="assertive">
      {text}
    </p>
  );
}

function BarAlarm({ sessionId, alarm, also }: BoardAlarm) {
  const session = useSession(sessionId);
  const name = useClinic(({ patients }) => (session === undefined ? '' : shortName(patients.get(session.patientId))));
  const place = useAlarmPlace()(sessionId);
  if (session === undefined) return null;
  return (
    <AlarmStrip
      sessionId={sessionId}
      patientId={session.patientId}
      alarm={alarm}
      also={also}
      shape="bar"
      said={`${place}, ${name}`}
      place={
        <span className={styles.place}>
          {place}
          <span>{name}</span>
        </span>
      }
    />
  );
}

/** Where somebody is, in words: `Chair 4`, `Bay R2`. */
function useAlarmPlace(): (sessionId: Id) => string {
  const chairs = useClinic((clinic) => clinic.chairs);
  const bays = useClinic((clinic) => clinic.bays);
  return useCallback(
    (sessionId) => {
      const session = clinicStore.getState().sessions.get(sessionId);
      if (session === undefined) return '';
      const bayId = heldBay(session);
      if (bayId !== undefined) return `Bay ${bays.get(bayId)?.label ?? ''}`;
      const chairId = heldChair(session) ?? session.chairId;
      return chairId === undefined ? 'No chair' : `Chair ${chairs.get(chairId)?.label ?? ''}`;
    },
    [chairs, bays],
  );
}

import { useEffect, useRef, useState } from 'react';
import { formatsOf } from '../../shared/clinic/formats.ts';
import { alarmText } from '../../shared/session/alarm-text.ts';
import type { BoardAlarm } from '../../shared/views/board.ts';
import { clinicStore } from '../live/live.ts';
import { placeWords } from './visit-words.ts';

/** Says a new alarm aloud to a screen reader, once; those that were up when the screen opened are read as its content. */
export function NewAlarms({ alarms }: { readonly alarms: readonly BoardAlarm[] }) {
  const said = useRef<ReadonlySet<string>>(undefined);
  const [text, setText] = useState('');
  useEffect(() => {
    const asking = alarms
      .flatMap(({ sessionId, alarm, also }) => [alarm, ...also].map((one) => ({ sessionId, alarm: one })))
      .filter(({ alarm }) => alarm.acknowledged === undefined);
    const known = said.current;
    said.current = new Set(asking.map(({ alarm }) => `${alarm.alarmId} ${alarm.position}`));
    const fresh = known === undefined ? [] : asking.filter(({ alarm }) => !known.has(`${alarm.alarmId} ${alarm.position}`));
    if (fresh.length > 0) setText(fresh.map(inWords).join('. '));
  }, [alarms]);
  return (
    <p className="vh" aria-live="assertive">
      {text}
    </p>
  );
}

function inWords({ sessionId, alarm }: Pick<BoardAlarm, 'sessionId' | 'alarm'>): string {
  const { sessions, clinic } = clinicStore.getState();
  const session = sessions.get(sessionId);
  return `${alarm.priority} alarm, ${session === undefined ? '' : placeWords(session, clinic)}: ${alarmText(alarm, formatsOf(clinic.clinic))}`;
}

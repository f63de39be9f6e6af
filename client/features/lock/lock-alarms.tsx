import { formatsOf } from '../../../shared/clinic/formats.ts';
import { ALARM_MARK, alarmText } from '../../../shared/session/alarm-text.ts';
import type { Alarm } from '../../../shared/session/state.ts';
import { boardAlarms } from '../../../shared/views/board.ts';
import strip from '../../components/alarm-line.module.css';
import { Elapsed } from '../../components/countdown.tsx';
import { cx } from '../../components/cx.ts';
import { placeWords } from '../../components/visit-words.ts';
import type { ClinicData } from '../../live/clinic-store.ts';
import styles from './lock-places.module.css';

export interface LockAlarm {
  readonly sessionId: string;
  readonly place: string;
  readonly alarm: Alarm;
  /** What it says, in the clinic's units. */
  readonly words: string;
}

/** Every alarm that is up, most urgent first, by place. */
export function lockAlarmsOf({ clinic, sessions }: ClinicData): LockAlarm[] {
  return boardAlarms(sessions.values()).flatMap(({ sessionId, alarm, also }) => {
    const session = sessions.get(sessionId);
    const place = session === undefined ? 'No chair' : placeWords(session, clinic);
    return [alarm, ...also].map((one) => ({ sessionId, place, alarm: one, words: alarmText(one, formatsOf(clinic.clinic)) }));
  });
}

/** Alarms as on the board, without names; answering them wants a person. */
export function LockAlarms({ alarms }: { readonly alarms: readonly LockAlarm[] }) {
  return (
    <section aria-label="Active alarms, most urgent first">
      <ol className={styles.alarms}>
        {alarms.map(({ place, alarm, words }) => (
          <li
            key={alarm.alarmId}
            className={cx(
              strip.alarm,
              strip.strip,
              strip[alarm.priority],
              alarm.acknowledged !== undefined && strip.acknowledged,
            )}
            data-alarm={alarm.priority}
          >
            <span className={strip.mark} aria-hidden="true">
              {ALARM_MARK[alarm.priority]}
            </span>
            <span className="vh">{alarm.priority} alarm:</span>
            <b>{place}</b>
            <span className={strip.what}>{words}</span>
            <span className={strip.since}>
              {alarm.acknowledged === undefined ? <Elapsed since={alarm.activeSince} /> : 'acknowledged'}
            </span>
          </li>
        ))}
      </ol>
      <p className="vh" aria-live="assertive">
        {alarms
          .filter(({ alarm }) => alarm.acknowledged === undefined && alarm.priority !== 'low')
          .map(({ place, alarm, words }) => `${alarm.priority} alarm, ${place}: ${words}`)
          .join('. ')}
      </p>
    </section>
  );
}

import { Check } from 'lucide-react';
import { inSentence } from '../../../shared/clinic/in-sentence.ts';
import { ALARM_MARK } from '../../../shared/session/alarm-text.ts';
import type { Alarm, SessionState } from '../../../shared/session/state.ts';
import { alarmNow } from '../../../shared/views/alarm-now.ts';
import type { BoardAlarm } from '../../../shared/views/board.ts';
import { AcknowledgeButton } from '../../components/acknowledge-button.tsx';
import { alarmInShort, alarmSaid } from '../../components/alarm-words.ts';
import { Elapsed } from '../../components/countdown.tsx';
import { cx } from '../../components/cx.ts';
import { SessionLink } from '../../components/session-link.tsx';
import { useWhose } from '../../components/use-whose.ts';
import { placeWords } from '../../components/visit-words.ts';
import { useClinicTime, useFormats } from '../../live/clinic-time.ts';
import { useClinic, useMe, useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './strip-card.module.css';

/**
 * One reading's alarms: mark, then two lines (who and what with the limit; since when and who was asked), then the answer. A tap on the
 * words opens the patient. Only the mark blinks.
 */
export function StripCard({ sessionId, alarm, also }: BoardAlarm) {
  const session = useSession(sessionId);
  const name = useShortName(session?.patientId);
  const place = useClinic((clinic) => (session === undefined ? '' : placeWords(session, clinic)));
  const whose = useWhose(session);
  const formats = useFormats();
  const { time } = useClinicTime();
  const role = useMe()?.role;
  if (session === undefined) return null;
  const { at, now, reason } = alarmNow(session, alarm, formats);
  const isCall = alarm.kind === 'call';
  const mayAnswer = role === 'physician' || (role === 'nurse' && !isCall);
  const isOpen = alarm.acknowledged === undefined;
  const said = [alarm, ...also].map((one) => alarmInShort(one, formats)).join(', ');
  return (
    <div
      className={cx(styles.card, styles[alarm.priority], !isOpen && styles.acknowledged)}
      data-alarm={alarm.priority}
      data-alarm-id={alarm.alarmId}
    >
      <span className={styles.mark} aria-hidden="true">
        {ALARM_MARK[alarm.priority]}
      </span>
      <SessionLink sessionId={sessionId} className={styles.words}>
        <span>
          <span className="vh">{alarm.priority} alarm: </span>
          <b>{place}</b> {name} <strong>{alarmSaid(alarm, reason, formats)}</strong>
          {also.map((one) => ` · ${alarmInShort(one, formats)}`)}
          {at !== undefined && (now !== undefined || alarm.late === true) && ` at ${time(at)}`}
          {now !== undefined && `, now ${now}`}
          {isCall && reason !== undefined && `: ${reason}`}
        </span>
        <small>
          {isOpen ? (
            <Asked session={session} alarm={alarm} mayAnswer={mayAnswer} />
          ) : (
            <Answered acknowledged={alarm.acknowledged} />
          )}
        </small>
      </SessionLink>
      {isOpen &&
        (mayAnswer ? (
          <AcknowledgeButton
            {...{ sessionId, patientId: session.patientId, alarms: [alarm, ...also], said: `${said}, ${whose}` }}
          />
        ) : (
          <SessionLink sessionId={sessionId} className={styles.open}>
            Open<span className="vh"> {whose}</span>
          </SessionLink>
        ))}
    </div>
  );
}

/** Whom each step of the climb asks, by priority. */
const ASKED = {
  high: ['all nurses and the physician', 'the whole clinic'],
  medium: ['the physician'],
  low: [],
} as const satisfies Record<Alarm['priority'], readonly string[]>;

function Asked({
  session,
  alarm,
  mayAnswer,
}: {
  readonly session: SessionState;
  readonly alarm: Alarm;
  readonly mayAnswer: boolean;
}) {
  const nurse = useClinic(({ staff }) => (session.nurseId === undefined ? undefined : staff.get(session.nurseId)?.name));
  const asked: string | undefined = ASKED[alarm.priority][alarm.step - 1];
  return (
    <>
      <Elapsed since={alarm.activeSince} />
      {alarm.late === true && ' · entered late'}
      {asked !== undefined ? ` · nobody has answered, ${asked} asked` : nurse !== undefined && ` · ${nurse}`}
      {alarm.kind === 'call' && !mayAnswer && ` · ${inSentence('A physician answers')}`}
    </>
  );
}

function Answered({ acknowledged }: Pick<Alarm, 'acknowledged'>) {
  const { time } = useClinicTime();
  const by = useClinic(({ staff }) => (acknowledged === undefined ? undefined : staff.get(acknowledged.by.id)?.initials));
  if (acknowledged === undefined) return null;
  return (
    <>
      <Check size={14} aria-hidden="true" /> acknowledged {by ?? ''} {time(acknowledged.at)}
    </>
  );
}

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ALARM_MARK } from '../../shared/session/alarm-text.ts';
import type { Alarm } from '../../shared/session/state.ts';
import type { Id } from '../../shared/units.ts';
import { alarmNow } from '../../shared/views/alarm-now.ts';
import { useClinicTime, useFormats } from '../live/clinic-time.ts';
import { useClinic, useConnectionState, useMe, useSession } from '../live/live.ts';
import { AcknowledgeButton } from './acknowledge-button.tsx';
import styles from './alarm-line.module.css';
import { alarmInShort, alarmSaid } from './alarm-words.ts';
import { Elapsed } from './countdown.tsx';
import { cx } from './cx.ts';
import { useWhose } from './use-whose.ts';

interface AlarmLineProps {
  readonly sessionId: Id;
  readonly patientId: Id;
  readonly alarm: Alarm;
  /** Others of the same reading, said and answered with it: one card, one tap. A card's foot is too short for them and takes one alarm. */
  readonly also?: readonly Alarm[];
  /** Where it is, between the mark and the words. */
  readonly place?: ReactNode;
  readonly shape?: 'strip' | 'foot';
  /** How many more of the same visit: `+1 more`. */
  readonly after?: string;
}

/**
 * One alarm: mark and words first, colour supports. Acknowledged: the fill goes, the coloured words stay, with who and when.
 * Only the mark blinks, and nothing does under reduced motion.
 */
export function AlarmLine({ sessionId, patientId, alarm, also = [], place, shape = 'strip', after }: AlarmLineProps) {
  const { time } = useClinicTime();
  const formats = useFormats();
  const by = useClinic(({ staff }) =>
    alarm.acknowledged === undefined ? undefined : staff.get(alarm.acknowledged.by.id)?.initials,
  );
  const live = useConnectionState() !== 'not-live';
  const role = useMe()?.role;
  const isCall = alarm.kind === 'call';
  const mayAnswer = role === 'physician' || (role === 'nurse' && !isCall);
  const session = useSession(sessionId);
  const where = useWhose(session);
  const { at, now, reason } = session === undefined ? {} : alarmNow(session, alarm, formats);
  const { acknowledged } = alarm;
  const rest = after !== undefined && <span className={styles.after}>{after}</span>;
  return (
    <div
      className={cx(styles.alarm, styles[shape], styles[alarm.priority], acknowledged !== undefined && styles.acknowledged)}
      data-alarm={alarm.priority}
      data-alarm-id={alarm.alarmId}
    >
      <span className={styles.mark} aria-hidden="true">
        {ALARM_MARK[alarm.priority]}
      </span>
      <span className="vh">{alarm.priority} alarm:</span>
      {place}
      <span className={styles.what}>
        {shape === 'foot' && alarm.of === 'systolicChangePercent'
          ? alarmInShort(alarm, formats)
          : alarmSaid(alarm, reason, formats)}
        {also.map((one) => ` · ${alarmInShort(one, formats)}`)}
        {shape !== 'foot' && at !== undefined && (now !== undefined || alarm.late === true) && ` at ${time(at)}`}
        {shape !== 'foot' && now !== undefined && `, now ${now}`}
        {isCall && reason !== undefined && `: ${reason}`}
        {isCall && !mayAnswer && acknowledged === undefined && ' · a physician answers'}
      </span>
      {shape !== 'foot' && rest}
      {acknowledged === undefined ? (
        <>
          <span className={styles.since}>
            {shape === 'foot' && rest}
            <Elapsed since={alarm.activeSince} />
          </span>
          {live && mayAnswer && (
            <AcknowledgeButton
              {...{ sessionId, patientId }}
              alarms={[alarm, ...also]}
              said={`${[alarm, ...also].map((one) => alarmInShort(one, formats)).join(', ')}, ${where}`}
            />
          )}
        </>
      ) : (
        <span className={styles.since}>
          {shape === 'foot' && rest}
          <Check size={16} aria-hidden="true" />
          <span className={shape === 'foot' ? 'vh' : undefined}>acknowledged</span>
          {by ?? ''} {time(acknowledged.at)}
        </span>
      )}
    </div>
  );
}

import { useEffect, useMemo, useRef } from 'react';
import type { SessionState } from '../../../../shared/session/state.ts';
import { toMs } from '../../../../shared/units.ts';
import { type TimelineLine, timelineOf } from '../../../../shared/views/timeline.ts';
import { cx } from '../../../components/cx.ts';
import type { ClinicTime } from '../../../live/clinic-time.ts';
import { useClinic } from '../../../live/live.ts';
import { minutesSeconds } from '../figures/figure-text.ts';
import styles from './drawer.module.css';

interface MomentListProps {
  readonly session: SessionState;
  readonly atMs: number;
  readonly time: ClinicTime;
  readonly onPick: (atMs: number) => void;
}

/** Everything said of the visit, oldest first; the newest at the moment of the replay stands out, later ones are dimmed. */
export function MomentList({ session, atMs, time, onPick }: MomentListProps) {
  const clinic = useClinic((state) => state);
  const lines = useMemo(
    () =>
      timelineOf(session, clinic)
        .reverse()
        .filter(({ text, type }) => text !== '' && type !== 'session-scheduled'),
    [session, clinic],
  );
  const now = lines.findLastIndex(({ at }) => toMs(at) <= atMs);
  const list = useRef<HTMLOListElement>(null);
  const marked = useRef<HTMLLIElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another line is the newest
  useEffect(() => {
    const { current: box } = list;
    const { current: line } = marked;
    if (box !== null && line !== null)
      box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 2 + line.offsetHeight / 2;
  }, [now]);

  return (
    <ol ref={list} className={styles.moments} aria-label="What was recorded">
      {lines.map((line, index) => (
        <li
          key={line.eventId}
          ref={index === now ? marked : null}
          className={cx(index === now && styles.now, index > now && styles.later)}
          aria-current={index === now ? 'time' : undefined}
        >
          <button type="button" onClick={() => onPick(toMs(line.at))}>
            <time dateTime={line.at}>{time.time(line.at)}</time>
            <span className={cx(styles.said, toneOf(session, line), line.struckReason !== undefined && styles.struck)}>
              {line.text}
              {answered(session, line)}
              {line.was.length > 0 && line.was.at(-1) !== line.text && <i> · corrected, was {line.was.at(-1)}</i>}
              {line.wasAt.length > 0 && <i> · corrected, time was {line.wasAt.map((was) => time.time(was)).join(', ')}</i>}
            </span>
            <span>{line.by}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const alarmOf = (session: SessionState, { eventId, type }: TimelineLine) => {
  if (type !== 'alarm-raised') return undefined;
  const entry = session.entries.find((one) => one.eventId === eventId);
  return entry?.type === 'alarm-raised' ? session.alarms.find(({ alarmId }) => alarmId === entry.data.alarmId) : undefined;
};

const toneOf = (session: SessionState, line: TimelineLine): string | undefined => {
  const alarm = alarmOf(session, line);
  return alarm === undefined ? undefined : styles[alarm.priority];
};

/** How long an alarm waited for somebody. */
function answered(session: SessionState, line: TimelineLine): string {
  const alarm = alarmOf(session, line);
  if (alarm?.acknowledged === undefined) return '';
  return ` · ack. ${minutesSeconds(Math.max(0, toMs(alarm.acknowledged.at) - toMs(alarm.raisedAt)) / 1_000)}`;
}

import { useDeferredValue, useMemo } from 'react';
import { protocolOf } from '../../../../shared/clinic/state.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import type { SessionState } from '../../../../shared/session/state.ts';
import { toMs } from '../../../../shared/units.ts';
import { summarizeSession } from '../../../../shared/views/session-summary.ts';
import { protocolThen } from '../../../../shared/vitals/own-limits.ts';
import { TrendChart } from '../../../components/trend-chart/trend-chart.tsx';
import { trendOf } from '../../../components/trend-chart/trend-data.ts';
import type { ClinicTime } from '../../../live/clinic-time.ts';
import { useClinic } from '../../../live/live.ts';
import { pressureText } from '../table/row-text.ts';
import styles from './drawer.module.css';
import { MomentList } from './moment-list.tsx';
import { beginsAt, momentOf, spanOf } from './replay.ts';
import { Scrubber } from './scrubber.tsx';
import { ThenValues } from './then-values.tsx';
import { usePlayback } from './use-playback.ts';

const CHART_PX = 300;

/** A visit played back: the values of a moment, the course with a line through it, and what was recorded around it. */
export function ReplayPanel({ session, time }: { readonly session: SessionState; readonly time: ClinicTime }) {
  const span = useMemo(() => spanOf(session), [session]);
  const playback = usePlayback({ ...span, beginMs: beginsAt(session) });
  const { atMs, seek } = playback;
  const clinic = useClinic((state) => state);
  const published = protocolOf(clinic, session.protocolId, session.protocolVersion);
  // The limits are those of the moment, not those of the end.
  const set = entriesOf(session, 'limits-set').findLast(({ happenedAt }) => toMs(happenedAt) <= atMs)?.position ?? 0;
  const protocol = published === undefined ? undefined : protocolThen(published, session, set);
  const trend = useMemo(
    () => (protocol === undefined ? undefined : trendOf(session, protocol, span.toMs)),
    [session, protocol, span],
  );
  const moment = useMemo(() => momentOf(session, atMs), [session, atMs]);
  // The chart may lag a frame behind the numbers, never the other way round.
  const cursorMs = useDeferredValue(atMs);
  const clock = time.time(atMs);
  return (
    <>
      <p className={styles.figures}>{figuresOf(session, clinic)}</p>
      <ThenValues moment={moment} clock={clock} />
      <div className={styles.replay}>
        {trend !== undefined && (
          <TrendChart
            trend={trend}
            cursorMs={cursorMs}
            height={CHART_PX}
            tone={moment.words.endsWith('into infusion') ? 'infusion' : 'recovery'}
          />
        )}
        <Scrubber playback={playback} fromMs={span.fromMs} toMs={span.toMs} said={`${clock}, ${moment.words}`} />
      </div>
      <MomentList session={session} atMs={atMs} time={time} onPick={seek} />
    </>
  );
}

/** The whole visit on a line. */
function figuresOf(session: SessionState, clinic: Parameters<typeof summarizeSession>[1]): string {
  const row = summarizeSession(session, clinic);
  const pressure = pressureText(row);
  const parts = [
    row.durationMin === null ? undefined : `ran ${row.durationMin} min`,
    row.recoveryMin === null ? undefined : `recovery ${row.recoveryMin} min`,
    pressure === undefined ? 'BP not measured' : `max ${pressure}`,
    row.minSpo2 === null ? 'SpO₂ not measured' : `min SpO₂ ${row.minSpo2} %`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

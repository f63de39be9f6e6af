import { CirclePause, FileText, Frown, Gauge, Phone, Pill, Play, Square, Syringe, TriangleAlert } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { Area, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { useClinicTime } from '../../live/clinic-time.ts';
import type { MarkerKind } from '../event-looks.ts';
import { domainFor, LANE_BANDS, LANES, type LaneBand, timeTicks } from './lane-scale.ts';
import styles from './trend-chart.module.css';
import type { TrendLane, TrendPoint } from './trend-data.ts';
import { clustered } from './trend-markers.ts';
import type { TrendChartProps } from './trend-props.ts';

const MARGIN = { top: 6, right: 10, bottom: 56, left: 34 };
const MARKER_PX = 24;
const bandOf = ({ name }: Pick<TrendLane, 'name'>): LaneBand => LANE_BANDS.get(name) ?? { top: 0, bottom: 1 };
/** Where the word at the end stands: in the middle of the gap under the first lane. */
const [FIRST, SECOND] = LANES.map(bandOf);
const END_WORD = ((FIRST?.bottom ?? 0) + (SECOND?.top ?? 1)) / 2;
/** recharts takes no missing class. */
const look = (name: string) => styles[name] ?? '';

/** The drawing itself; `TrendChart` fetches it with recharts when it is first needed. */
export function TrendPlot({ trend, nowMs, cursorMs, height, tone, width }: TrendChartProps & { readonly width: number }) {
  const plotWidth = Math.max(1, width - MARGIN.left - MARGIN.right);
  const toPx = (atMs: number) => MARGIN.left + ((atMs - trend.fromMs) / (trend.toMs - trend.fromMs)) * plotWidth;
  const lineMs = cursorMs ?? nowMs;
  const { time } = useClinicTime();
  // A label that would be cut at the edge is left out.
  const ticks = timeTicks(trend.fromMs, trend.toMs, plotWidth / 68).filter((at) => toPx(at) < width - 20);
  return (
    <figure className={styles.plot} data-tone={tone}>
      <figcaption className="vh">{inWords(trend.lanes, time)}</figcaption>
      <div aria-hidden="true">
        <ComposedChart
          width={width}
          height={height}
          data={rowsOf(trend.lanes)}
          margin={{ ...MARGIN, bottom: MARGIN.bottom - 30 }}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="atMs"
            type="number"
            scale="linear"
            domain={[trend.fromMs, trend.toMs]}
            allowDataOverflow
            ticks={ticks}
            tickFormatter={time}
            tickLine={false}
            axisLine={false}
            interval={0}
            height={30}
            tickMargin={6}
          />
          {trend.lanes.map((lane) => (
            <YAxis
              key={lane.name}
              yAxisId={lane.name}
              hide
              domain={domainFor(bandOf(lane), lane.from, lane.to)}
              allowDataOverflow
            />
          ))}
          {lineMs !== undefined && lineMs < trend.toMs && (
            <ReferenceArea
              yAxisId="bloodPressure"
              x1={Math.max(lineMs, trend.fromMs)}
              x2={trend.toMs}
              className={look('future')}
              zIndex={1}
            />
          )}
          {trend.startedMs !== undefined && (
            <ReferenceLine yAxisId="bloodPressure" x={trend.startedMs} className={look('moment')} zIndex={2} />
          )}
          {trend.endMs !== undefined && (
            <ReferenceLine
              yAxisId="bloodPressure"
              x={trend.endMs}
              className={look('moment')}
              zIndex={2}
              label={{
                value: `${trend.ended ? 'ended' : 'ends'} ${time(trend.endMs)}`,
                position: 'insideTopRight',
                dy: (height - 62) * END_WORD - 11,
                dx: -2,
              }}
            />
          )}
          {trend.lanes.map((lane, index) => (
            <Fragment key={lane.name}>
              {index > 0 && (
                <ReferenceLine
                  yAxisId={lane.name}
                  y={lane.to + (lane.to - lane.from) * 0.08}
                  className={look('grid')}
                  zIndex={2}
                />
              )}
              {laneLimits(lane)}
              {lane.runs.map((run, at) => runOf(lane, run, at, at === lane.runs.length - 1))}
            </Fragment>
          ))}
          {lineMs !== undefined && lineMs > trend.fromMs && (
            <ReferenceLine yAxisId="bloodPressure" x={lineMs} className={look('now')} zIndex={900} />
          )}
        </ComposedChart>
      </div>
      <ol className={styles.markers} aria-label="Events on the time axis">
        {clustered(trend.markers, toPx, MARKER_PX).map((cluster) => {
          const first = cluster[0];
          if (first === undefined) return null;
          const words = cluster.map(({ atMs, words: said }) => `${time(atMs)} ${said}`).join(', ');
          return (
            <li key={`${first.atMs} ${words}`} style={{ left: toPx(first.atMs) }} title={words}>
              <span className="vh">{words}</span>
              {cluster.length === 1 ? MARKER_ICONS[first.kind] : <b aria-hidden="true">{cluster.length}</b>}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const;
const MARKER_ICONS: Readonly<Record<MarkerKind, ReactElement>> = {
  start: <Play {...icon} />,
  resume: <Play {...icon} />,
  pause: <CirclePause {...icon} />,
  rate: <Gauge {...icon} />,
  end: <Square {...icon} />,
  dose: <Syringe {...icon} />,
  symptom: <Frown {...icon} />,
  medication: <Pill {...icon} />,
  note: <FileText {...icon} />,
  call: <Phone {...icon} />,
  emergency: <TriangleAlert {...icon} />,
};

type Row = { atMs: number } & { [key: string]: number | [number, number] | undefined };

/** One row per moment. Each run of readings has a key of its own, so that a line never crosses a gap. */
function rowsOf(lanes: readonly TrendLane[]): Row[] {
  const rows = new Map<number, Row>();
  for (const lane of lanes)
    lane.runs.forEach((run, at) => {
      for (const { atMs, value, low } of run) {
        const row: Row = rows.get(atMs) ?? { atMs };
        row[`${lane.name} ${at}`] = value;
        if (low !== undefined) {
          row[`${lane.name} ${at} low`] = low;
          row[`${lane.name} ${at} band`] = [low, value];
        }
        rows.set(atMs, row);
      }
    });
  return [...rows.values()].sort((a, b) => a.atMs - b.atMs);
}

function laneLimits({ name, limits, baseline }: TrendLane): ReactElement {
  const label = (value: number) => ({ value: String(value), position: 'left' as const, offset: 6 });
  // The lower heart rate limit stays a line without a number where the lane is too low for two.
  return (
    <>
      {limits.high !== undefined && limits.low !== undefined && name === 'bloodPressure' && (
        <ReferenceArea yAxisId={name} y1={limits.low} y2={limits.high} className={look('band')} zIndex={1} />
      )}
      {limits.high !== undefined && (
        <ReferenceLine yAxisId={name} y={limits.high} label={label(limits.high)} className={look('limit')} zIndex={3} />
      )}
      {limits.low !== undefined && (
        <ReferenceLine yAxisId={name} y={limits.low} label={label(limits.low)} className={look('limit')} zIndex={3} />
      )}
      {baseline !== undefined && (
        <ReferenceLine
          yAxisId={name}
          y={baseline}
          {...(isClear(baseline, limits) ? { label: label(baseline) } : {})}
          className={look('base')}
          zIndex={3}
        />
      )}
    </>
  );
}

/** Whether the baseline's number does not stand on a limit's number. */
function isClear(baseline: number, { low, high }: TrendLane['limits']): boolean {
  return Math.abs(baseline - (low ?? 0)) > 14 && Math.abs(baseline - (high ?? 1_000)) > 14;
}

function runOf(lane: TrendLane, run: readonly TrendPoint[], at: number, newest: boolean): ReactElement {
  const key = `${lane.name} ${at}`;
  const last = newest ? run.at(-1)?.atMs : undefined;
  const byTime = new Map(run.map((point) => [point.atMs, point]));
  const line = {
    type: 'linear' as const,
    connectNulls: true,
    isAnimationActive: false,
    activeDot: false as const,
    legendType: 'none' as const,
  };
  const dot = ({ cx, cy, payload }: { cx?: number; cy?: number; payload?: Row }) => (
    <Dot key={`${cx} ${cy}`} cx={cx} cy={cy} point={byTime.get(payload?.atMs ?? 0)} last={payload?.atMs === last} />
  );
  const paired = run[0]?.low !== undefined;
  return (
    <Fragment key={key}>
      {paired && (
        <Area
          {...line}
          yAxisId={lane.name}
          dataKey={`${key} band`}
          className={look('area')}
          stroke="none"
          dot={false}
          zIndex={100}
        />
      )}
      {paired && <Line {...line} yAxisId={lane.name} dataKey={`${key} low`} className={look('line2')} dot={dot} zIndex={400} />}
      <Line {...line} yAxisId={lane.name} dataKey={key} className={look('line')} dot={dot} zIndex={410} />
    </Fragment>
  );
}

/** A reading: round, bigger when it is the newest; outside a limit it is a diamond as well as coloured. */
function Dot({
  cx,
  cy,
  point,
  last,
}: {
  cx?: number | undefined;
  cy?: number | undefined;
  point: TrendPoint | undefined;
  last: boolean;
}) {
  if (cx === undefined || cy === undefined || point === undefined) return null;
  if (point.outside !== undefined)
    return (
      <path
        d={`M${cx} ${cy - 6.5}l6.5 6.5l-6.5 6.5l-6.5-6.5z`}
        className={point.outside === 'high' ? styles.pointHigh : styles.pointMedium}
      />
    );
  return <circle cx={cx} cy={cy} r={last ? 4.5 : 2.75} className={styles.point} />;
}

function inWords(lanes: readonly TrendLane[], time: (ms: number) => string): string {
  return lanes
    .map(({ label, runs }) => {
      const points = runs.flat();
      const said = points.map(({ atMs, value, low }) => `${time(atMs)} ${low === undefined ? value : `${value} over ${low}`}`);
      return `${label}: ${said.length === 0 ? 'not measured' : said.join(', ')}`;
    })
    .join('. ');
}

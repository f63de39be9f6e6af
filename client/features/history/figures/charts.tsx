import type { ReactNode } from 'react';
import type { HistorySummary } from '../../../../shared/wire/history.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { Bars } from './bars.tsx';
import { type Bundle, bundled, type Span } from './bundles.ts';
import styles from './figures.module.css';
import { OnTimeLine, TARGET_PERCENT } from './on-time-line.tsx';

/** Four small pictures of what the filters find, each also in words. */
export function Charts({ summary, periodText }: { readonly summary: HistorySummary | undefined; readonly periodText: string }) {
  const { calendarDay } = useClinicTime();
  const { span, bundles } = bundled(summary?.days ?? []);
  const buckets = summary?.acknowledgeBuckets ?? [];
  const nothing = summary !== undefined && bundles.length === 0;
  const name = (bundle: Bundle) => (span === 'day' ? calendarDay(bundle.day) : `${span} of ${calendarDay(bundle.day)}`);
  return (
    <section className={styles.charts} aria-label="Charts">
      <Chart title={`Sessions per ${span}`} caption={periodText} nothing={nothing}>
        <Bars
          bars={bundles.map((bundle) => ({
            key: bundle.day,
            parts: [{ value: bundle.sessions, tone: 'plain' }],
            words: `${name(bundle)}: ${bundle.sessions} ${bundle.sessions === 1 ? 'session' : 'sessions'}`,
          }))}
          said={sessionsInWords(bundles, span)}
        />
      </Chart>
      <Chart title="Vitals on time" caption={`dashed: target ${TARGET_PERCENT} %`} nothing={nothing}>
        <OnTimeLine
          points={bundles.map((bundle) => ({
            key: bundle.day,
            value: bundle.vitalsOnTimePercent,
            words: `${name(bundle)}: ${bundle.vitalsOnTimePercent?.toFixed(1) ?? 'no'} %`,
          }))}
          said={onTimeInWords(bundles, span)}
        />
      </Chart>
      <Chart title={`Alarms per ${span}`} caption="high ***, medium **, low *" nothing={nothing}>
        <Bars
          bars={bundles.map((bundle) => ({
            key: bundle.day,
            parts: [
              { value: bundle.low, tone: 'low' },
              { value: bundle.medium, tone: 'medium' },
              { value: bundle.high, tone: 'high' },
            ],
            words: `${name(bundle)}: *** ${bundle.high}, ** ${bundle.medium}, * ${bundle.low}`,
          }))}
          said={alarmsInWords(bundles)}
        />
      </Chart>
      <Chart title="Time to acknowledge" caption="0 to 5 min, share" nothing={summary !== undefined && buckets.length === 0}>
        <Bars
          bars={buckets.map((share, index) => ({
            key: bucketText(index),
            parts: [{ value: share, tone: 'plain' }],
            words: `${bucketText(index)}: ${Math.round(share * 100)} %`,
          }))}
          said={`Within half a minute ${Math.round((buckets[0] ?? 0) * 100)} %, within a minute ${Math.round(((buckets[0] ?? 0) + (buckets[1] ?? 0)) * 100)} %`}
        />
      </Chart>
    </section>
  );
}

function Chart(props: {
  readonly title: string;
  readonly caption: string;
  readonly nothing: boolean;
  readonly children: ReactNode;
}) {
  return (
    <figure className={styles.chart}>
      <figcaption>
        <b>{props.title}</b>
        <span>{props.caption}</span>
      </figcaption>
      {props.nothing ? <p className={styles.nothing}>Nothing to draw in this period</p> : props.children}
    </figure>
  );
}

const bucketText = (index: number): string =>
  index === 9 ? 'after 4:30' : `up to ${Math.floor((index + 1) / 2)}:${index % 2 === 0 ? '30' : '00'}`;

function sessionsInWords(bundles: readonly Bundle[], span: Span): string {
  const counts = bundles.map(({ sessions }) => sessions);
  return `Sessions per ${span} with visits: from ${Math.min(...counts)} to ${Math.max(...counts)}, last ${counts.at(-1) ?? 0}`;
}

function onTimeInWords(bundles: readonly Bundle[], span: Span): string {
  const values = bundles.map(({ vitalsOnTimePercent }) => vitalsOnTimePercent).filter((value) => value !== null);
  if (values.length === 0) return 'No readings fell due';
  const met = values.filter((value) => value >= TARGET_PERCENT).length;
  return `Readings on time per ${span}: from ${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)} %; target met ${met} of ${values.length} times`;
}

function alarmsInWords(bundles: readonly Bundle[]): string {
  const sum = (of: (bundle: Bundle) => number) => bundles.reduce((total, bundle) => total + of(bundle), 0);
  return `Alarms: ${sum(({ high }) => high)} high, ${sum(({ medium }) => medium)} medium, ${sum(({ low }) => low)} low`;
}

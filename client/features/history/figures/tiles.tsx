import type { HistorySummary } from '../../../../shared/wire/history.ts';
import { cx } from '../../../components/cx.ts';
import { count, type Figure, median, minutes, percent, perSession, shortly } from './figure-text.ts';
import styles from './figures.module.css';

const TILES: readonly { readonly label: string; readonly of: (summary: HistorySummary) => Figure }[] = [
  { label: 'Sessions', of: ({ sessions }) => count(sessions) },
  { label: 'Vitals on time', of: ({ vitalsOnTimePercent }) => percent(vitalsOnTimePercent, 1) },
  { label: 'Alarms per session', of: ({ alarmsPerSession }) => perSession(alarmsPerSession) },
  { label: 'Time to acknowledge', of: ({ acknowledgeSecondsMedian }) => median(acknowledgeSecondsMedian) },
  { label: 'Recovery', of: ({ recoveryMinMedian }) => minutes(recoveryMinMedian) },
  { label: 'Chair utilisation', of: ({ chairUtilisationPercent }) => percent(chairUtilisationPercent, 0) },
];

interface TilesProps {
  readonly summary: HistorySummary | undefined;
  /** The same filters in the period before; absent when there is none. */
  readonly before: HistorySummary | undefined;
  /** The period before in words. */
  readonly beforeText: string | undefined;
}

/** The key figures of what the filters find, each beside the same figure of the period before. */
export function Tiles({ summary, before, beforeText }: TilesProps) {
  return (
    <section
      className={styles.tiles}
      aria-label={beforeText === undefined ? 'Key figures' : `Key figures, compared with ${beforeText}`}
    >
      {TILES.map(({ label, of }) => (
        <article key={label} className={styles.tile}>
          <h3>{label}</h3>
          <p data-figure={label}>{summary === undefined ? <span className={styles.waiting} /> : <Big figure={of(summary)} />}</p>
          <p className={styles.before} title={beforeText}>
            {before === undefined || beforeText === undefined ? '\u00a0' : `Before: ${shortly(of(before))}`}
          </p>
        </article>
      ))}
    </section>
  );
}

function Big({ figure: { text, unit, missing } }: { readonly figure: Figure }) {
  return (
    <>
      <span className={cx(styles.big, missing && styles.missing)}>{text}</span>
      {unit !== undefined && <span className={styles.unit}> {unit}</span>}
    </>
  );
}

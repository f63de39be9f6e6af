import styles from './sparkline.module.css';

export interface SparkPoint {
  /** 0–1 of the width. */
  readonly x: number;
  readonly value: number;
}

interface SparklineProps {
  /** Readings in order of time; straight lines between them. */
  readonly points: readonly SparkPoint[];
  readonly baseline?: number;
  /** Drawn as solid lines with a band between; never scaled away. */
  readonly limits: { readonly low: number; readonly high: number };
  /** What the top and the bottom edge mean: fixed per sign, so that two cards can be compared. */
  readonly range: { readonly min: number; readonly max: number };
  readonly last?: 'high' | 'medium';
  readonly said: string;
}

const WIDTH = 144;
const HEIGHT = 60;
const EDGE = 6;

/** A trend the size of a thumb: fixed axis, limits and baseline drawn, the newest reading as a big dot. */
export function Sparkline({ points, baseline, limits, range, last, said }: SparklineProps) {
  const y = (value: number) => {
    const share = (value - range.min) / (range.max - range.min);
    return Number((HEIGHT - 4 - Math.min(1, Math.max(0, share)) * (HEIGHT - 8)).toFixed(1));
  };
  const dots = points.map(({ x, value }) => ({ cx: Number((EDGE + x * (WIDTH - 2 * EDGE)).toFixed(1)), cy: y(value) }));
  const newest = dots.at(-1);
  return (
    <svg className={styles.spark} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
      <rect className={styles.band} x="0" y={y(limits.high)} width={WIDTH} height={y(limits.low) - y(limits.high)} />
      <path className={styles.limit} d={`M0 ${y(limits.high)}H${WIDTH}M0 ${y(limits.low)}H${WIDTH}`} />
      {baseline !== undefined && <path className={styles.baseline} d={`M0 ${y(baseline)}H${WIDTH}`} />}
      <polyline className={styles.line} points={dots.map(({ cx, cy }) => `${cx},${cy}`).join(' ')} />
      {dots.slice(0, -1).map(({ cx, cy }) => (
        <circle key={cx} className={styles.dot} cx={cx} cy={cy} r="2" />
      ))}
      {newest !== undefined && (
        <circle className={last === undefined ? styles.dot : styles[last]} cx={newest.cx} cy={newest.cy} r="4" />
      )}
    </svg>
  );
}

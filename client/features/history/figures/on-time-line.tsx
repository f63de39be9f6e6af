import styles from './figures.module.css';

/** Readings on time that a clinic aims at, in percent. */
export const TARGET_PERCENT = 95;

const HEIGHT = 60;

interface OnTimeLineProps {
  readonly points: readonly { readonly key: string; readonly value: number | null; readonly words: string }[];
  readonly said: string;
}

/** Percent on time, with the target dashed. The foot is 80 % or lower when a point is; the target is always in sight. */
export function OnTimeLine({ points, said }: OnTimeLineProps) {
  const values = points.map(({ value }) => value).filter((value) => value !== null);
  const foot = Math.min(80, ...values.map((value) => Math.floor(value / 5) * 5));
  const x = (index: number) => (points.length < 2 ? 50 : 1.5 + (index / (points.length - 1)) * 97);
  const y = (value: number) => 4 + ((100 - value) / (100 - foot)) * (HEIGHT - 9);
  const last = points.findLastIndex(({ value }) => value !== null);
  const newest = points[last]?.value ?? null;
  return (
    <svg className={styles.plot} role="img" aria-label={said}>
      <line className={styles.ground} x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      <line className={styles.target} x1="0" x2="100%" y1={y(TARGET_PERCENT)} y2={y(TARGET_PERCENT)} />
      <svg x="0" y="0" width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {runsOf(points.map(({ value }) => value)).map(({ first, run }) => (
          <polyline
            key={first}
            className={styles.line}
            points={run.map((value, index) => `${x(first + index)},${y(value)}`).join(' ')}
          />
        ))}
      </svg>
      {newest !== null && <circle className={styles.newest} cx={`${x(last)}%`} cy={y(newest)} r="4" />}
      {points.map(({ key, value, words }, index) =>
        value === null ? null : (
          <rect key={key} className={styles.touch} x={`${x(index) - 1.5}%`} width="3%" y="0" height={HEIGHT}>
            <title>{words}</title>
          </rect>
        ),
      )}
    </svg>
  );
}

/** Stretches without a gap: a line is drawn within one only. */
function runsOf(values: readonly (number | null)[]): { first: number; run: number[] }[] {
  const runs: { first: number; run: number[] }[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const open = runs.at(-1);
    if (open !== undefined && open.first + open.run.length === index) open.run.push(value);
    else runs.push({ first: index, run: [value] });
  });
  return runs;
}

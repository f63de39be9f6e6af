import styles from './figures.module.css';

export interface Part {
  readonly value: number;
  readonly tone: 'plain' | 'high' | 'medium' | 'low';
}

export interface Bar {
  readonly key: string;
  /** From the foot up. */
  readonly parts: readonly Part[];
  /** Said when pointed at. */
  readonly words: string;
}

const HEIGHT = 60;
const SEAM = 1;

/** Bars that share the width, stacked from the foot up; the tallest reaches the top. */
export function Bars({ bars, said }: { readonly bars: readonly Bar[]; readonly said: string }) {
  const tallest = Math.max(0, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const most = tallest > 0 ? tallest : 1;
  const slot = 100 / Math.max(bars.length, 12);
  return (
    <svg className={styles.plot} role="img" aria-label={said}>
      <line className={styles.ground} x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {bars.map(({ key, parts, words }, index) => {
        let foot = HEIGHT - 1;
        return (
          <g key={key}>
            <title>{words}</title>
            <rect className={styles.touch} x={`${index * slot}%`} width={`${slot}%`} y="0" height={HEIGHT} />
            {parts.map(({ value, tone }) => {
              if (value === 0) return null;
              const height = Math.max(2, (value / most) * (HEIGHT - 4));
              foot -= height;
              return (
                <rect
                  key={tone}
                  className={styles[tone]}
                  x={`${(index + 0.14) * slot}%`}
                  width={`${slot * 0.72}%`}
                  y={foot}
                  height={Math.max(1, height - SEAM)}
                  rx={tone === 'plain' ? 2 : 0}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

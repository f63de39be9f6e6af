import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { lazyPart } from '../lazy-part.ts';
import styles from './trend-chart.module.css';
import type { TrendChartProps } from './trend-props.ts';

const TrendPlot = lazyPart(() => import('./trend-plot.tsx').then((module) => module.TrendPlot));

/**
 * Blood pressure, heart rate and SpO₂ in three lanes on one time axis. Points are readings with straight lines between
 * them; where readings are missing there is no line. The drawing is fetched when it is first needed; its room is kept.
 */
export function TrendChart(props: TrendChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    setWidth(Math.floor(element.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className={styles.frame} style={{ height: props.height }}>
      <Suspense fallback={null}>{width > 0 && props.height > 0 && <TrendPlot {...props} width={width} />}</Suspense>
    </div>
  );
}

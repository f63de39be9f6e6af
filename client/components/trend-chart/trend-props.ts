import type { Trend } from './trend-data.ts';

export interface TrendChartProps {
  readonly trend: Trend;
  /** The time line; absent for a visit that is over. Time after it is shaded. */
  readonly nowMs?: number;
  /** A moment a person looks at, e.g. in a replay. Everything after it is dimmed. */
  readonly cursorMs?: number;
  readonly height: number;
  /** Colour of the time line: the drug is running, or recovery. */
  readonly tone: 'infusion' | 'recovery' | 'neutral';
}

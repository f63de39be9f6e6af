import type { SessionEventType } from '../../../shared/session/said/all.ts';
import type { Entry, SessionState } from '../../../shared/session/state.ts';
import { toMs } from '../../../shared/units.ts';
import { EVENT_LOOKS, type EventMarker } from '../event-looks.ts';

/** One event on the time axis. `words` are for a screen reader and the tooltip. */
export interface TrendMarker extends EventMarker {
  readonly atMs: number;
}

/** The events of a visit that stand under the trend, in order of time. Struck ones are left out. */
export function trendMarkers(session: SessionState): TrendMarker[] {
  const markers: TrendMarker[] = [];
  for (const entry of session.entries) {
    const marker = entry.struck === undefined ? markerOf<SessionEventType>(entry) : undefined;
    if (marker !== undefined) markers.push({ atMs: toMs(entry.happenedAt), ...marker });
  }
  return markers.sort((a, b) => a.atMs - b.atMs);
}

function markerOf<T extends SessionEventType>({ type, data }: Pick<Entry<T>, 'type' | 'data'>): EventMarker | undefined {
  const { marker } = EVENT_LOOKS[type];
  return marker === 'none' ? undefined : marker(data);
}

/** Markers that would overlap become one with a count. `toPx` maps time to place; `widthPx` is one marker's width. */
export function clustered(
  markers: readonly TrendMarker[],
  toPx: (atMs: number) => number,
  widthPx: number,
): (readonly TrendMarker[])[] {
  const clusters: TrendMarker[][] = [];
  for (const marker of markers) {
    const last = clusters.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && toPx(marker.atMs) - toPx(first.atMs) < widthPx) last.push(marker);
    else clusters.push([marker]);
  }
  return clusters;
}

import type { AnyEntry, SessionState } from '../../../shared/session/state.ts';
import { toMs } from '../../../shared/units.ts';

/** What an event on the time axis is, as its sign. */
export type MarkerKind = 'start' | 'pause' | 'resume' | 'rate' | 'end' | 'dose' | 'symptom' | 'medication' | 'note' | 'call';

/** One event on the time axis. `words` are for a screen reader and the tooltip. */
export interface TrendMarker {
  readonly atMs: number;
  readonly kind: MarkerKind;
  readonly words: string;
}

/** The events of a visit that stand under the trend, in order of time. Struck ones are left out. */
export function trendMarkers(session: SessionState): TrendMarker[] {
  const markers: TrendMarker[] = [];
  for (const entry of session.entries) {
    const marker = entry.struck === undefined ? markerOf(entry) : undefined;
    if (marker !== undefined) markers.push({ atMs: toMs(entry.happenedAt), ...marker });
  }
  return markers.sort((a, b) => a.atMs - b.atMs);
}

function markerOf(entry: AnyEntry): Omit<TrendMarker, 'atMs'> | undefined {
  switch (entry.type) {
    case 'infusion-started':
      return { kind: 'start', words: `Infusion started, ${entry.data.rateMlPerHour} mL/h` };
    case 'rate-changed':
      return { kind: 'rate', words: `Rate ${entry.data.rateMlPerHour} mL/h` };
    case 'infusion-paused':
      return { kind: 'pause', words: 'Infusion paused' };
    case 'infusion-resumed':
      return { kind: 'resume', words: `Infusion resumed, ${entry.data.rateMlPerHour} mL/h` };
    case 'infusion-ended':
      return { kind: 'end', words: entry.data.outcome === 'completed' ? 'Infusion ended' : 'Infusion stopped early' };
    case 'session-aborted':
      return { kind: 'end', words: 'Visit aborted' };
    case 'dose-given':
      return { kind: 'dose', words: `${entry.data.doseMg} mg given` };
    case 'symptom-recorded':
      return { kind: 'symptom', words: entry.data.kind };
    case 'medication-given':
      return { kind: 'medication', words: `${entry.data.drug} ${entry.data.dose} ${entry.data.unit}` };
    case 'note-added':
      return { kind: 'note', words: 'Note' };
    case 'physician-called':
      return { kind: 'call', words: 'Physician called' };
    default:
      return undefined;
  }
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

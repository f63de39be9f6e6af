import { LIMITED_SCALES, type LimitedScale, type LimitedSign, limitedRow } from '../session/alarm-sign.ts';
import { SIGNS, type Sign } from '../session/signs.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { latestBy } from '../vitals/latest.ts';

/** What a step at `nowMs` may rest on: seen after `afterMs`, not older than so many minutes, and not later than `byMs`, which is now unless said. */
export interface EvidenceSpan {
  readonly afterMs?: number;
  readonly withinMin: number;
  readonly nowMs: number;
  readonly byMs?: number;
}

/** What keeps a sign or a scale from being evidence. */
export interface Lacking {
  readonly name: Sign | LimitedScale;
  readonly why: 'unknown' | 'before' | 'old';
  /** Age in whole minutes of what is known. */
  readonly ageMin?: number;
}

/** Those of the signs and scales that the step cannot rest on: never seen, seen before the drug was in, or too long ago. */
export function lackingOf(session: SessionState, names: readonly Lacking['name'][], span: EvidenceSpan): Lacking[] {
  return names.flatMap((name): Lacking[] => {
    const seen = latestBy(session, name, span.byMs ?? span.nowMs);
    if (seen === undefined) return [{ name, why: 'unknown' }];
    const why = staleness(toMs(seen.at), span);
    return why === undefined ? [] : [{ name, why, ageMin: Math.floor((span.nowMs - toMs(seen.at)) / MINUTE_MS) }];
  });
}

/** Why something seen at `atMs` is no evidence; `undefined` when it is. */
export function staleness(atMs: number, { afterMs, withinMin, nowMs }: EvidenceSpan): 'before' | 'old' | undefined {
  if (afterMs !== undefined && atMs < afterMs) return 'before';
  return nowMs - atMs > withinMin * MINUTE_MS ? 'old' : undefined;
}

/** In words, what is to be done: `missing: SpO₂; not since the drug: Pain; too old: MOAA/S 22 min`. */
export function lackingText(lacking: readonly Lacking[]): string {
  const of = (why: Lacking['why']) => lacking.filter((one) => one.why === why);
  const parts = [
    ['missing', of('unknown').map(({ name }) => labelOf(name))],
    ['not since the drug', of('before').map(({ name }) => labelOf(name))],
    ['too old', of('old').map(({ name, ageMin }) => `${labelOf(name)} ${ageMin} min`)],
  ] as const;
  return parts.flatMap(([said, names]) => (names.length === 0 ? [] : [`${said}: ${someOf(names)}`])).join('; ');
}

/** The first ones by name: what is missing has to be read at a glance. */
function someOf(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

const labelOf = (name: Sign | LimitedScale): string =>
  name in SIGNS ? SIGNS[name as Sign].label : limitedRow(name as LimitedSign | LimitedScale).label;

/** Scales with a limit of this kind in the protocol: they have to be observed as signs have to be measured. */
export function scalesWith(
  limits: Readonly<Record<LimitedScale, { readonly hold?: unknown; readonly discharge?: unknown }>>,
  kind: 'hold' | 'discharge',
): LimitedScale[] {
  return LIMITED_SCALES.filter((name) => limits[name][kind] !== undefined);
}

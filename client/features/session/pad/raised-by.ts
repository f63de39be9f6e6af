import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { SCALES, type Scale, SIGNS, type Sign } from '../../../../shared/session/signs.ts';
import { assessAgainst, beyond } from '../../../../shared/vitals/assess.ts';
import { percentChange } from '../../../../shared/vitals/change.ts';
import { faultOf, type PadState } from './pad-state.ts';
import { canGrow, numberOf } from './typed-value.ts';

/** What saving a value will do: raise an alarm, or hold the start. Said before it is saved; the value is accepted all the same. */
export interface Raises {
  readonly of: Sign | Scale;
  readonly priority: 'high' | 'medium' | 'hold';
  /** Short, beside the field: "limit 160". */
  readonly limit: string;
  /** A whole sentence, for a screen reader and the list above the save button. */
  readonly words: string;
}

/** Limits that count while typing: the alarms' always, the hold limits as well before the start. */
export function raisedBy(
  pad: PadState,
  protocol: Protocol,
  baselineSystolic: number | undefined,
  beforeStart: boolean,
): Raises[] {
  const found: Raises[] = [];
  for (const sign of Object.keys(SIGNS) as Sign[]) {
    const digits = pad.digits[sign] ?? '';
    const value = numberOf(sign, digits);
    const stillTyping = pad.active === sign && !pad.checked && canGrow(sign, digits);
    if (value === undefined || stillTyping || faultOf(pad, sign) !== undefined) continue;
    const { label, unit } = SIGNS[sign];
    const assessed = assessAgainst(value, protocol.limits[sign]);
    const outside = typeof assessed === 'object' ? assessed : undefined;
    const changed = sign === 'systolic' && !beforeStart ? changeFrom(value, baselineSystolic, protocol) : undefined;
    const worst =
      outside?.priority === 'high' || changed === undefined ? outside : changed.priority === 'high' ? undefined : outside;
    if (worst !== undefined)
      found.push({
        of: sign,
        priority: worst.priority,
        limit: `limit ${worst.limit}`,
        words: `${label} ${value} ${unit}, limit ${worst.limit}`,
      });
    else if (changed !== undefined) found.push(changed);
    else if (beforeStart) {
      const hold = beyond(value, protocol.limits[sign].hold);
      if (hold !== undefined) {
        const side = hold.bound === 'high' ? 'above' : 'below';
        found.push({
          of: sign,
          priority: 'hold',
          limit: `hold ${side} ${hold.limit}`,
          words: `${label} ${value} ${unit}, no start ${side} ${hold.limit}`,
        });
      }
    }
  }
  for (const scale of Object.keys(pad.scales) as Scale[]) {
    const value = pad.scales[scale];
    if (value === undefined || scale === 'rass') continue;
    const assessed = assessAgainst(value, protocol.limits[scale]);
    if (typeof assessed === 'object')
      found.push({
        of: scale,
        priority: assessed.priority,
        limit: `limit ${assessed.limit}`,
        words: `${SCALES[scale].label} ${value}, limit ${assessed.limit}`,
      });
  }
  return found;
}

function changeFrom(systolic: number, baseline: number | undefined, protocol: Protocol): Raises | undefined {
  const change = percentChange(systolic, baseline);
  if (change === undefined) return undefined;
  const assessed = assessAgainst(change, protocol.limits.systolicChangePercent);
  if (typeof assessed !== 'object') return undefined;
  const percent = `${Math.abs(Math.round(change))} % ${change > 0 ? 'over' : 'under'} baseline`;
  return { of: 'systolic', priority: assessed.priority, limit: percent, words: `Systolic ${systolic}, ${percent}` };
}

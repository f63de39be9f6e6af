import type { Formats } from '../../../../shared/clinic/formats.ts';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { shownLimit } from '../../../../shared/clinic/shown-limit.ts';
import {
  LIMITED_SCALES,
  LIMITED_SIGNS,
  type LimitedScale,
  type LimitedSign,
  limitedRow,
  measuredText,
} from '../../../../shared/session/alarm-sign.ts';
import type { Scale } from '../../../../shared/session/scales.ts';
import { storedValue } from '../../../../shared/session/shown-sign.ts';
import { assessAgainst, beyond } from '../../../../shared/vitals/assess.ts';
import { percentChange } from '../../../../shared/vitals/change.ts';
import { faultOf, type PadState, rowOf } from './pad-state.ts';
import { canGrow, numberOf } from './typed-value.ts';

/** What saving a value will do: raise an alarm, or hold the start. Said before it is saved; the value is accepted all the same. */
export interface Raises {
  readonly of: LimitedSign | LimitedScale;
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
  const signs = LIMITED_SIGNS.map((sign) => {
    const digits = pad.digits[sign] ?? '';
    const typed = numberOf(rowOf(pad, sign), digits);
    const value = typed === undefined ? undefined : storedValue(sign, typed, pad.formats);
    const stillTyping = pad.active === sign && !pad.checked && canGrow(rowOf(pad, sign), digits);
    if (value === undefined || stillTyping || faultOf(pad, sign) !== undefined) return undefined;
    const changed = sign === 'systolic' && !beforeStart ? changeFrom(value, baselineSystolic, protocol) : undefined;
    const outside = alarmFrom(sign, value, protocol, pad.formats);
    if (changed !== undefined && outside?.priority !== 'high' && (outside === undefined || changed.priority === 'high'))
      return changed;
    return outside ?? (beforeStart ? holdFrom(sign, value, protocol, pad.formats) : undefined);
  });
  const scales = LIMITED_SCALES.map((scale) => {
    // A scale of items is asked on a page of its own.
    const value = scale in pad.scales ? pad.scales[scale as Scale] : undefined;
    if (value === undefined) return undefined;
    return (
      alarmFrom(scale, value, protocol, pad.formats) ?? (beforeStart ? holdFrom(scale, value, protocol, pad.formats) : undefined)
    );
  });
  return [...signs, ...scales].filter((raises) => raises !== undefined);
}

function alarmFrom(of: Raises['of'], value: number, protocol: Protocol, formats: Formats): Raises | undefined {
  const assessed = limitedRow(of).limits.alarms ? assessAgainst(value, protocol.limits[of]) : 'normal';
  if (typeof assessed !== 'object') return undefined;
  const limit = `limit ${shownLimit(of, assessed.limit, formats)}`;
  return { of, priority: assessed.priority, limit, words: `${measuredText(of, value, formats)}, ${limit}` };
}

function holdFrom(of: Raises['of'], value: number, protocol: Protocol, formats: Formats): Raises | undefined {
  const hold = limitedRow(of).limits.holds ? beyond(value, protocol.limits[of].hold) : undefined;
  if (hold === undefined) return undefined;
  const side = hold.bound === 'high' ? 'above' : 'below';
  const words = `${measuredText(of, value, formats)}, no start ${side} ${shownLimit(of, hold.limit, formats)}`;
  return { of, priority: 'hold', limit: `hold ${side} ${shownLimit(of, hold.limit, formats)}`, words };
}

function changeFrom(systolic: number, baseline: number | undefined, protocol: Protocol): Raises | undefined {
  const change = percentChange(systolic, baseline);
  if (change === undefined) return undefined;
  const assessed = assessAgainst(change, protocol.limits.systolicChangePercent);
  if (typeof assessed !== 'object') return undefined;
  const percent = `${Math.abs(Math.round(change))} % ${change > 0 ? 'over' : 'under'} baseline`;
  return { of: 'systolic', priority: assessed.priority, limit: percent, words: `Systolic ${systolic}, ${percent}` };
}

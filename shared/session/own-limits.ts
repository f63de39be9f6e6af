import type { Formats } from '../clinic/formats.ts';
import { type LimitedSign, limitedRow } from './alarm-sign.ts';
import { shownValue } from './shown-sign.ts';

/** What a patient can have limits of their own for: the vital signs that the protocol has limits for. */
export type OwnLimitName = LimitedSign;
/** What a limit is for: the alarms, the hold before a start, going on after a pause, going home. */
export type LimitPurpose = 'medium' | 'high' | 'hold' | 'resume' | 'discharge';
/** One bound of one limit, as a command names it. */
export type OwnBound = `${LimitPurpose}${'Low' | 'High'}`;

/** Limits of one patient that take the place of the protocol's. Whatever is not named stays the protocol's. Units: those of the signs. */
export type OwnLimits = { readonly [N in OwnLimitName]?: { readonly [B in OwnBound]?: number } };

/** `mediumHigh`: what it is for, and its side. */
export const partsOf = (bound: OwnBound) => ({
  purpose: bound.replace(/Low|High/, '') as LimitPurpose,
  side: bound.endsWith('w') ? ('low' as const) : ('high' as const),
});

/** Every bound that is named. */
export const boundsOf = (limits: OwnLimits) =>
  Object.entries(limits).flatMap(([name, bounds]) =>
    Object.entries(bounds).map(([key, value]) => ({ name: name as OwnLimitName, ...partsOf(key as OwnBound), value })),
  );

/** Limits of these bounds: what `boundsOf` takes apart, put together again. */
export function ownLimitsFrom(bounds: ReturnType<typeof boundsOf>): OwnLimits {
  const limits: { [N in OwnLimitName]?: { [B in OwnBound]?: number } } = {};
  for (const { name, purpose, side, value } of bounds)
    limits[name] = { ...limits[name], [`${purpose}${side === 'low' ? 'Low' : 'High'}`]: value };
  return limits;
}

/** In words and the clinic's units: `Systolic ≤ 170, Systolic hold ≤ 160`; nothing where nothing is named. */
export const ownLimitsText = (limits: OwnLimits, formats: Formats): string =>
  boundsOf(limits)
    .map(
      ({ name, purpose, side, value }) =>
        `${limitedRow(name).label} ${purpose === 'medium' ? '' : `${purpose} `}${side === 'low' ? '≥' : '≤'} ${shownValue(name, value, formats)}`,
    )
    .join(', ');

import { LIMITED_SCALES, LIMITED_SIGNS, type LimitedScale, type LimitedSign, limitedRow } from '../session/alarm-sign.ts';

/** Percent change of systolic from the baseline: worked out, never entered. */
const CHANGE = { name: 'systolicChangePercent', label: 'Systolic from baseline', unit: '%' } as const;

/** The names limits are kept under in a protocol. */
export type LimitName = LimitedSign | LimitedScale | typeof CHANGE.name;

interface Named {
  readonly name: LimitName;
  readonly label: string;
  readonly unit: string;
}

/** What a protocol has limits of, in the order in which they are shown: the change stands behind the pressure that it is of. */
export const LIMITS: readonly Named[] = [...LIMITED_SIGNS, ...LIMITED_SCALES].flatMap((name): Named[] => {
  const { label, unit } = limitedRow(name);
  return name === 'diastolic' ? [{ name, label, unit }, CHANGE] : [{ name, label, unit }];
});

export const LIMIT_NAMES: readonly LimitName[] = LIMITS.map(({ name }) => name);

import type { Formats } from '../clinic/formats.ts';
import { keysOf } from '../record-of.ts';
import { type ItemScale, SCALES, type Scale } from './scales.ts';
import { withUnit } from './shown-sign.ts';
import { type LimitUse, SIGNS, type Sign } from './signs.ts';

type Limited<Table> = { [K in keyof Table]: Table[K] extends { readonly limits: LimitUse } ? K : never }[keyof Table];
/** The signs and the scales for which a protocol has limits. */
export type LimitedSign = Limited<typeof SIGNS>;
export type LimitedScale = Limited<typeof SCALES>;

type Pair<S extends Sign> = (typeof SIGNS)[S] extends { readonly pair: infer P extends string } ? P : S;
/** What an alarm about a limit is of: a sign, a scale, or a pair of signs that is one measurement. */
export type AlarmSign = { [S in LimitedSign]: Pair<S> }[LimitedSign] | LimitedScale;

const isLimited = (row: object): boolean => 'limits' in row && row.limits !== false;
export const LIMITED_SIGNS = keysOf(SIGNS).filter((sign): sign is LimitedSign => isLimited(SIGNS[sign]));
export const LIMITED_SCALES = keysOf(SCALES).filter((scale): scale is LimitedScale => isLimited(SCALES[scale]));

interface Row {
  readonly label: string;
  readonly unit: string;
  readonly limits: LimitUse;
  readonly pair?: 'bloodPressure';
}

/** The row of a sign or a scale that has limits. */
export function limitedRow(name: LimitedSign | LimitedScale): Row {
  const row: Row | undefined = name in SIGNS ? SIGNS[name as LimitedSign] : SCALES[name as LimitedScale];
  return row;
}

/** The alarm that a sign or a scale raises: its pair's, or its own. */
export function alarmSignOf(name: LimitedSign | LimitedScale): AlarmSign {
  return limitedRow(name).pair ?? (name as AlarmSign);
}

/** One for each card; a pair of signs and its change from the baseline share theirs. */
export const ALARM_SIGNS: readonly AlarmSign[] = [...new Set([...LIMITED_SIGNS, ...LIMITED_SCALES].map(alarmSignOf))];

/** A value in words: `Heart rate 112 /min`, `MOAA/S 4`. Scales are said without a unit; without the clinic's forms a temperature has both. */
export function measuredText(name: Sign | Scale | ItemScale, value: number, formats?: Formats): string {
  return name in SIGNS
    ? `${SIGNS[name as Sign].label} ${withUnit(name as Sign, value, formats)}`
    : `${SCALES[name as Scale].label} ${value}`;
}

import { assertNever } from '../../../../shared/assert-never.ts';
import { type Formats, METRIC } from '../../../../shared/clinic/formats.ts';
import type { Observation, Vitals } from '../../../../shared/session/reading-data.ts';
import { observationText, vitalsText } from '../../../../shared/session/reading-text.ts';
import { ITEM_SCALE_NAMES, type ItemScale, SCALE_NAMES, SCALES, type Scale } from '../../../../shared/session/scales.ts';
import { otherUnits, shownSign, shownValue, storedValue } from '../../../../shared/session/shown-sign.ts';
import { type PadPage, SIGN_NAMES, SIGNS, type Sign, type SignRow } from '../../../../shared/session/signs.ts';
import { canBecomePlausible, canGrow, type Digits, numberOf, rangeOf, withDigit } from './typed-value.ts';

/** What a pad asks for, in the order in which it is asked. */
export interface PadFields {
  readonly signs: readonly Sign[];
  readonly scales: readonly Scale[];
  /** Scales of several items, each asked on a sheet of its own. */
  readonly itemScales: readonly ItemScale[];
}

const fieldsOf = (page: PadPage): PadFields => ({
  signs: placed(SIGN_NAMES, SIGNS, page),
  scales: placed(SCALE_NAMES, SCALES, page),
  itemScales: placed(ITEM_SCALE_NAMES, SCALES, page),
});

/** The set that is entered at the chair: five numbers and three scales. */
export const CHAIR_SET: PadFields = fieldsOf('chair');
/** What is asked less often. */
export const MORE_SET: PadFields = fieldsOf('more');

/** What stands on the entry pad. It starts empty: a measured value is never filled in beforehand. */
export interface PadState {
  readonly digits: Readonly<Partial<Record<Sign, Digits>>>;
  readonly notMeasured: readonly Sign[];
  readonly scales: Readonly<Partial<Record<Scale, number>>>;
  readonly onOxygen?: boolean;
  /** The field that the keypad types into. */
  readonly active?: Sign;
  /** The next digit starts the value over: after tapping a filled field, and never by itself. */
  readonly anew: boolean;
  /** Somebody asked to go on: what is wrong is now said even where more digits could follow. */
  readonly checked: boolean;
  /** The units in which it is typed. */
  readonly formats: Formats;
}

export const emptyPad: PadState = {
  digits: {},
  notMeasured: [],
  scales: {},
  active: 'systolic',
  anew: false,
  checked: false,
  formats: METRIC,
};

/** A sign in the unit in which it is typed. */
export const rowOf = ({ formats }: Pick<PadState, 'formats'>, sign: Sign): SignRow => shownSign(sign, formats);

export type PadAction =
  | { readonly type: 'digit'; readonly digit: number }
  | { readonly type: 'delete' | 'next' | 'not-measured' | 'clear' }
  | { readonly type: 'focus'; readonly sign: Sign }
  /** Other fields are in sight now. */
  | { readonly type: 'page'; readonly signs: readonly Sign[] }
  | { readonly type: 'swap' }
  /** The value was typed in the unit that this clinic does not use. */
  | { readonly type: 'other-unit'; readonly sign: Sign }
  | { readonly type: 'scale'; readonly scale: Scale; readonly value: number }
  | { readonly type: 'oxygen'; readonly onOxygen: boolean }
  | { readonly type: 'check'; readonly sign: Sign };

type Placed = Readonly<Record<string, { readonly pad: { readonly page: PadPage; readonly place: number } }>>;

function placed<K extends string>(names: readonly K[], rows: Placed, page: PadPage): K[] {
  const placeOf = (name: K) => rows[name]?.pad.place ?? 0;
  return names.filter((name) => rows[name]?.pad.page === page).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The pad after one touch. `signs` is the order in which the fields follow each other. */
export function pressed(pad: PadState, action: PadAction, signs: readonly Sign[]): PadState {
  switch (action.type) {
    case 'digit':
      return typed(pad, action.digit, signs);
    case 'delete':
      return deleted(pad);
    case 'next':
      return pad.active !== undefined && faultOf({ ...pad, checked: true }, pad.active) !== undefined
        ? { ...pad, checked: true, anew: false }
        : advanced(pad, signs);
    case 'not-measured':
      return notMeasured(pad, signs);
    case 'focus':
      return { ...pad, active: action.sign, anew: (pad.digits[action.sign] ?? '') !== '', checked: false };
    case 'scale': {
      const { [action.scale]: before, ...others } = pad.scales;
      return { ...pad, scales: before === action.value ? others : { ...others, [action.scale]: action.value } };
    }
    case 'oxygen':
      return pad.onOxygen === action.onOxygen ? withoutOxygen(pad) : { ...pad, onOxygen: action.onOxygen };
    case 'check':
      return { ...pad, active: action.sign, checked: true, anew: false };
    case 'page':
      return advanced(withoutActive(pad), action.signs);
    case 'swap':
      return swapped(pad, signs);
    case 'other-unit':
      return converted(pad, action.sign, signs);
    case 'clear':
      return { ...emptyPad, formats: pad.formats, ...(signs[0] === undefined ? {} : { active: signs[0] }) };
    default:
      return assertNever(action);
  }
}

function typed(pad: PadState, digit: number, signs: readonly Sign[]): PadState {
  const { active } = pad;
  if (active === undefined || isStuck(pad, active)) return pad;
  const digits = withDigit(rowOf(pad, active), pad.anew ? '' : (pad.digits[active] ?? ''), digit);
  const next: PadState = {
    ...pad,
    digits: { ...pad.digits, [active]: digits },
    notMeasured: pad.notMeasured.filter((sign) => sign !== active),
    anew: false,
    checked: false,
  };
  if (digits === '' || (canGrow(rowOf(pad, active), digits) && canBecomePlausible(rowOf(pad, active), digits))) return next;
  return faultOf({ ...next, checked: true }, active) === undefined ? advanced(next, signs) : { ...next, checked: true };
}

/** A value that is wrong as a whole takes no more digits: it stays, marked, and never turns into another one. */
function isStuck(pad: PadState, sign: Sign): boolean {
  const digits = pad.digits[sign] ?? '';
  return (
    pad.checked &&
    !pad.anew &&
    faultOf(pad, sign) !== undefined &&
    canBecomePlausible(rowOf(pad, sign), digits) &&
    !canGrow(rowOf(pad, sign), digits)
  );
}

/** Whether the two numbers of a pressure were typed the wrong way round: each would be right in the other's place. */
export function isCrossed({ digits }: PadState): boolean {
  const [above, below] = [numberOf(SIGNS.systolic, digits.systolic ?? ''), numberOf(SIGNS.diastolic, digits.diastolic ?? '')];
  if (above === undefined || below === undefined || below <= above) return false;
  const fits = (sign: 'systolic' | 'diastolic', value: number) => value >= SIGNS[sign].min && value <= SIGNS[sign].max;
  return fits('systolic', below) && fits('diastolic', above);
}

function swapped(pad: PadState, signs: readonly Sign[]): PadState {
  const { systolic = '', diastolic = '' } = pad.digits;
  if (!isCrossed(pad)) return pad;
  return advanced({ ...pad, digits: { ...pad.digits, systolic: diastolic, diastolic: systolic }, active: 'diastolic' }, signs);
}

/** The value that the digits say in the other unit, where they cannot be one in the clinic's: 98.6 is no °C. */
export function inOtherUnit(pad: PadState, sign: Sign): { readonly value: number; readonly unit: string } | undefined {
  const digits = pad.digits[sign] ?? '';
  const [own, other] = [rowOf(pad, sign), shownSign(sign, otherUnits(pad.formats))];
  const value = numberOf(other, digits);
  if (own.unit === other.unit || value === undefined || canBecomePlausible(own, digits)) return undefined;
  return value >= other.min && value <= other.max ? { value, unit: other.unit } : undefined;
}

function converted(pad: PadState, sign: Sign, signs: readonly Sign[]): PadState {
  const meant = inOtherUnit(pad, sign);
  if (meant === undefined) return pad;
  const value = shownValue(sign, storedValue(sign, meant.value, otherUnits(pad.formats)), pad.formats);
  const digits = String(Math.round(value * 10 ** rowOf(pad, sign).decimals));
  return advanced({ ...pad, digits: { ...pad.digits, [sign]: digits }, active: sign }, signs);
}

function deleted(pad: PadState): PadState {
  const { active } = pad;
  if (active === undefined) return pad;
  const digits = (pad.digits[active] ?? '').slice(0, -1);
  return {
    ...pad,
    digits: { ...pad.digits, [active]: digits },
    notMeasured: pad.notMeasured.filter((sign) => sign !== active),
    anew: false,
    checked: false,
  };
}

/** A pressure is both numbers of one reading: without the systolic there is no diastolic either. */
function notMeasured(pad: PadState, signs: readonly Sign[]): PadState {
  const { active } = pad;
  if (active === undefined) return pad;
  const gone: readonly Sign[] = active === 'systolic' ? ['systolic', 'diastolic'] : [active];
  const digits = { ...pad.digits };
  for (const sign of gone) delete digits[sign];
  return advanced({ ...pad, digits, notMeasured: [...pad.notMeasured.filter((sign) => !gone.includes(sign)), ...gone] }, signs);
}

/** On to the next field that says nothing yet; none when all do. */
function advanced(pad: PadState, signs: readonly Sign[]): PadState {
  const from = pad.active === undefined ? -1 : signs.indexOf(pad.active);
  const open = (sign: Sign) => (pad.digits[sign] ?? '') === '' && !pad.notMeasured.includes(sign);
  const after = signs.slice(from + 1).find(open) ?? signs.slice(0, Math.max(0, from)).find(open);
  const next: PadState = { ...pad, anew: false, checked: false };
  return after === undefined ? withoutActive(next) : { ...next, active: after };
}

function withoutActive({ active: _, ...pad }: PadState): PadState {
  return pad;
}

function withoutOxygen({ onOxygen: _, ...pad }: PadState): PadState {
  return pad;
}

/**
 * What is wrong with a field, in a sentence: outside the plausible range is a typing error, and so is a diastolic that is not
 * below the systolic. While a value is being typed it is only wrong once no further digit can make it right.
 */
export function faultOf(pad: PadState, sign: Sign): string | undefined {
  const digits = pad.digits[sign] ?? '';
  const value = numberOf(rowOf(pad, sign), digits);
  const typing = pad.active === sign && !pad.checked;
  if (value === undefined) return pairFault(pad, sign, typing);
  if (!canBecomePlausible(rowOf(pad, sign), digits)) return rangeOf(rowOf(pad, sign));
  if (typing && canGrow(rowOf(pad, sign), digits)) return undefined;
  const { min, max } = rowOf(pad, sign);
  if (value < min || value > max) return rangeOf(rowOf(pad, sign));
  const systolic = numberOf(SIGNS.systolic, pad.digits.systolic ?? '');
  if (sign === 'diastolic' && systolic !== undefined && value >= systolic) return `Diastolic must be below systolic ${systolic}`;
  return undefined;
}

/** A pressure has two numbers; said only when somebody wants to go on. */
function pairFault(pad: PadState, sign: Sign, typing: boolean): string | undefined {
  if (typing || !pad.checked) return undefined;
  if (sign === 'diastolic' && hasDigits(pad, 'systolic')) return 'Blood pressure needs both numbers';
  if (sign === 'systolic' && hasDigits(pad, 'diastolic')) return 'Blood pressure needs both numbers';
  return undefined;
}

const hasDigits = (pad: PadState, sign: Sign) => (pad.digits[sign] ?? '') !== '';

/** The first field that stands in the way of saving, in the order of the fields. */
export function firstFault(pad: PadState): { readonly sign: Sign; readonly message: string } | undefined {
  for (const sign of SIGN_NAMES) {
    const message = faultOf({ ...withoutActive(pad), checked: true }, sign);
    if (message !== undefined) return { sign, message };
  }
  return undefined;
}

/** What is entered in fields that are not in sight, in the words of the timeline; empty when nothing is. */
export function enteredElsewhere(pad: PadState, shown: PadFields): string {
  const digits = Object.fromEntries(Object.entries(pad.digits).filter(([sign]) => !shown.signs.some((one) => one === sign)));
  const scales = Object.fromEntries(Object.entries(pad.scales).filter(([scale]) => !shown.scales.some((one) => one === scale)));
  const { vitals, observation } = entriesFrom({ ...pad, digits, scales });
  const { systolic = '', diastolic = '' } = digits as PadState['digits'];
  const half = (systolic === '') === (diastolic === '') ? '' : `BP ${systolic || '–'}/${diastolic || '–'}`;
  const words = [
    half,
    vitals === undefined ? '' : vitalsText(vitals, pad.formats),
    observation === undefined ? '' : observationText(observation),
  ];
  return words.filter((part) => part !== '').join(' · ');
}

/** How many of the set are entered. A sign marked "not measured" is not. */
export function countEntered(pad: PadState): number {
  return Object.values(pad.digits).filter((digits) => digits !== '').length + Object.keys(pad.scales).length;
}

/** Whether anything would be lost by leaving. */
export function isDirty(pad: PadState): boolean {
  return countEntered(pad) > 0;
}

/** What would be sent: vital signs and scales are two entries. Absent when nothing of the kind was entered. */
export function entriesFrom(pad: PadState): { readonly vitals?: Vitals; readonly observation?: Observation } {
  const vitals: Vitals = {};
  for (const sign of SIGN_NAMES) {
    const value = numberOf(rowOf(pad, sign), pad.digits[sign] ?? '');
    if (value !== undefined) vitals[sign] = storedValue(sign, value, pad.formats);
  }
  const measured = Object.keys(vitals).length > 0;
  if (measured && pad.onOxygen !== undefined) vitals.onOxygen = pad.onOxygen;
  const observed = Object.keys(pad.scales).length > 0;
  return { ...(measured ? { vitals } : {}), ...(observed ? { observation: { ...pad.scales } } : {}) };
}

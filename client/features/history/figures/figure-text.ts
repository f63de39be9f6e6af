/** Figures in words for tiles and cells. Missing is words, never 0 and never a dash. */

const NOTHING = 'none yet';

/** `0:38`, `2:05` */
export const minutesSeconds = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** One figure of the tiles: what it says, and its unit. */
export interface Figure {
  readonly text: string;
  readonly unit?: string;
  /** There is nothing to work it out from. */
  readonly missing?: true;
}

const missing: Figure = { text: NOTHING, missing: true };

export const count = (value: number): Figure => ({ text: value.toLocaleString('en-US') });
export const percent = (value: number | null, digits: 0 | 1): Figure =>
  value === null ? missing : { text: value.toFixed(digits), unit: '%' };
export const perSession = (value: number | null): Figure => (value === null ? missing : { text: value.toFixed(1) });
export const median = (seconds: number | null): Figure =>
  seconds === null ? missing : { text: minutesSeconds(seconds), unit: 'median' };
export const minutes = (value: number | null): Figure =>
  value === null ? missing : { text: String(Math.round(value)), unit: 'min median' };

/** The figure of the period before, on one short line. */
export const shortly = ({ text, unit }: Figure): string =>
  unit === '%' ? `${text} %` : unit === 'min median' ? `${text} min` : text;

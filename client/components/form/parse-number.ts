/*
 * How the whole client reads a number that a person typed. A comma is a point and `−` is a minus. Whatever could be another
 * number than the one that was meant is refused and never guessed: `1,500` is fifteen hundred to one nurse and one and a half
 * to the next.
 */

/** The number that was typed, for arithmetic on the screen; `undefined` when there is none or it is not clear which. */
export function parseNumber(text: string): number | undefined {
  const typed = text.trim().replace('\u2212', '-');
  if (!/^-?\d+([.,]\d+)?$/.test(typed) || isAmbiguous(typed) || isTooLong(typed)) return undefined;
  return Number(typed.replace(',', '.'));
}

/** The same for a schema to judge: `undefined` when nothing was typed, NaN for what is no number, which every schema refuses. */
export function numberToSend(text: string): number | undefined {
  return text.trim() === '' ? undefined : (parseNumber(text) ?? Number.NaN);
}

/** Why what was typed is not taken as a number; `undefined` where no more than "not a number" can be said. */
export function numberFault(text: string): string | undefined {
  const typed = text.trim().replace('\u2212', '-');
  if (isAmbiguous(typed))
    return `${typed} can be read in two ways. Type ${typed.replace(/[.,]/, '')} or ${numberText(Number(typed.replace(',', '.')))}.`;
  if (/[^\P{Nd}0-9]/u.test(typed)) return `${typed} is not taken. Type it with the digits 0 to 9.`;
  if (/^-?[1-9]\d{0,2}([\s.,'’]\d{3})+([.,]\d+)?$/.test(typed)) return `${typed} is not taken. Type the thousands without a gap.`;
  if (/^-?(\d+[.,]|[.,]\d+)$/.test(typed)) return 'A point needs a digit on both sides, such as 0.5.';
  return isTooLong(typed) ? 'That is more digits than can be kept.' : undefined;
}

/**
 * Several numbers in one field, for a schema to judge. A semicolon separates, and so does a comma with a space behind it; a
 * comma between two digits may be a decimal one (`1,5`), so that entry is NaN.
 */
export function numbersToSend(text: string): number[] {
  return partsOf(text).map((part) => (part.includes(',') ? Number.NaN : (parseNumber(part) ?? Number.NaN)));
}

/** Why a list of numbers is not taken; `undefined` where no more than "not numbers" can be said. */
export function numbersFault(text: string): string | undefined {
  for (const part of partsOf(text)) {
    if (part.includes(','))
      return `${part} can be read in two ways. Put a semicolon between two numbers, and type a decimal with a point.`;
    const fault = numberFault(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A number back in a field, so that it reads as the same one (1.125 as `1.1250`); empty when there is none. */
export function numberText(value: number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return isAmbiguous(text) ? `${text}0` : text;
}

/** Numbers back in a field. */
export const numbersText = (values: readonly number[]): string => values.map(numberText).join('; ');

function isAmbiguous(typed: string): boolean {
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(typed);
}

/** Beyond 15 digits the machine's number is another one than the text. */
function isTooLong(typed: string): boolean {
  return /^-?[\d.,]+$/.test(typed) && typed.replace(/\D/g, '').length > 15;
}

const partsOf = (text: string): string[] =>
  text
    .split(/;|,(?=\s|$)|\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

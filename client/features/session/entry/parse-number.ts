/**
 * A number as people type it: a comma is a point. `undefined` when it is none, and when it can be read in two ways: `1,500` is
 * fifteen hundred to one nurse and one and a half to the next.
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d+([.,]\d+)?$/.test(trimmed) || isAmbiguous(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.'));
}

/** Why what was typed is no number; `undefined` where nothing more than that can be said. */
export function numberFault(text: string): string | undefined {
  const trimmed = text.trim();
  if (!isAmbiguous(trimmed)) return undefined;
  const whole = trimmed.replace(/[.,]/, '');
  return `${trimmed} can be read in two ways. Type ${whole} or ${Number(trimmed.replace(',', '.'))}.`;
}

function isAmbiguous(trimmed: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed);
}

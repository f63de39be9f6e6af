/** What stands in a cell: numbers stay numbers, text is text; null and undefined are an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * One line of a CSV file (RFC 4180). Text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or CR in
 * front) gets an apostrophe before it; numbers may be negative.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

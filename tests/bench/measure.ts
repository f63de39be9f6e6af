/** The value below which `share` (0…1) of the samples lie; NaN of nothing. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle of several rounds: one disturbed round does not decide. */
export function medianOf(rounds: readonly number[]): number {
  return percentile(rounds, 0.5);
}

/** One line of the table: what was measured, beside its goal. `ratio` is to the floor of the same run. */
export interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly ratio?: string;
  readonly met: boolean;
}

/** Prints the figures as one table: goal, figure, ratio, met or not. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = [
    ['what', 'goal', 'figure', 'ratio', ''],
    ...figures.map((f) => [f.what, f.goal, f.figure, f.ratio ?? '', f.met ? 'met' : 'NOT MET']),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

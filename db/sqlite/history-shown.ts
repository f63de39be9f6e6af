import type { SessionSummary } from '../../shared/views/session-summary.ts';
import { getTableColumns } from './drizzle.ts';
import { history } from './schema.ts';

/** Columns that a `SessionSummary` does not have: for renames, filters, sorts and tiles. */
const {
  chartedById: _chartedById,
  reviewedById: _reviewedById,
  overSince: _overSince,
  chairMin: _chairMin,
  acknowledgements: _acknowledgements,
  patientKey: _patientKey,
  day: _day,
  flags: _flags,
  ...shown
} = getTableColumns(history);

/** What is read of a row that is shown. Apart from how rows are made, which the worker that answers need not load. */
export const SHOWN = shown;

/** A stored row as the world sees it. */
export function toShown(stored: Pick<typeof history.$inferSelect, keyof typeof SHOWN>): SessionSummary {
  const { stoppedEarly, overridden, corrected, ...rest } = stored;
  return { ...rest, stoppedEarly: stoppedEarly === 1, overridden: overridden === 1, corrected: corrected === 1 };
}

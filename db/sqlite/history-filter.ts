import { assertNever } from '../../shared/assert-never.ts';
import { searchWords } from '../../shared/clinic/folded.ts';
import { toInstant, toMs } from '../../shared/units.ts';
import type { HistoryFilter } from '../../shared/wire/history.ts';
import { and, eq, gte, inArray, lt, notInArray, type Queries, type SQL, sql } from './drizzle.ts';
import { FLAG_BITS } from './history-flags.ts';
import { history, patients } from './schema.ts';

/** What rows pass the filter. `from` is inclusive, `to` exclusive; both mean the planned start. */
export function rowsThatPass(db: Queries, filter: HistoryFilter): SQL | undefined {
  const { from, to, staff, chartedBy, reviewedBy, chair, patient, indication, protocol, status, flag, q } = filter;
  return and(
    from === undefined ? undefined : gte(history.plannedStart, toInstant(toMs(from))),
    to === undefined ? undefined : lt(history.plannedStart, toInstant(toMs(to))),
    staff === undefined ? undefined : eq(history.nurseId, staff),
    chartedBy === undefined ? undefined : eq(history.chartedById, chartedBy),
    reviewedBy === undefined ? undefined : eq(history.reviewedById, reviewedBy),
    chair === undefined ? undefined : eq(history.chairId, chair),
    patient === undefined ? undefined : eq(history.patientId, patient),
    indication === undefined ? undefined : eq(history.indication, indication),
    protocol === undefined ? undefined : eq(history.protocolId, protocol),
    status === undefined ? undefined : hasStatus(status),
    flag === undefined ? undefined : sql`${history.flags} & ${FLAG_BITS[flag]} <> 0`,
    q === undefined ? undefined : isOfPatient(db, q),
  );
}

/**
 * Where to look: for one patient's visits by the patient, otherwise through the index that holds all that is asked for. Named, as
 * without statistics SQLite would take another way for some questions and read the whole table for them.
 */
export function rowsFor({ patient }: HistoryFilter): typeof history | SQL {
  return patient === undefined ? sql`${history} INDEXED BY history_scan` : history;
}

function hasStatus(status: NonNullable<HistoryFilter['status']>): SQL {
  switch (status) {
    case 'open':
      return notInArray(history.status, ['discharged', 'aborted', 'cancelled']);
    // Took place and is over; a cancelled visit never began.
    case 'finished':
      return inArray(history.status, ['discharged', 'aborted']);
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return eq(history.status, status);
    default:
      return assertNever(status);
  }
}

/** Visits of patients whose name or record number holds every word; undefined when there is no word. */
function isOfPatient(db: Queries, q: string): SQL | undefined {
  const words = searchWords(q);
  if (words.length === 0) return undefined;
  const holds = (word: string) => sql`${patients.search} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
  const found = db
    .select({ id: patients.id })
    .from(patients)
    .where(and(...words.map(holds)));
  return inArray(history.patientId, found);
}

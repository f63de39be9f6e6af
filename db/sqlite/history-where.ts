import type { HistoryFilter } from '../store.ts';
import type { Connection } from './connection.ts';
import { FLAG_BITS, folded } from './history-columns.ts';

export interface Where {
  /** Conditions joined by AND; `1` when there is none. */
  readonly sql: string;
  readonly params: readonly (string | number)[];
  /** Which index finds the matches: a patient's own few visits, or the one that answers every filter. */
  readonly index: 'history_patient' | 'history_filter';
}

/** Up to this many patients that a search finds, their visits are looked up one by one. */
const FEW_PATIENTS = 200;

/** The filter as SQL. `from` is inclusive, `to` exclusive; both mean the planned start. */
export function whereOf(connection: Connection, filter: HistoryFilter): Where {
  const conditions: string[] = [];
  const params: (string | number)[] = [];
  let index: Where['index'] = 'history_filter';
  const add = (condition: string, ...values: readonly (string | number)[]) => {
    conditions.push(condition);
    params.push(...values);
  };

  if (filter.from !== undefined) add('planned_start >= ?', filter.from);
  if (filter.to !== undefined) add('planned_start < ?', filter.to);
  if (filter.staff !== undefined) add('nurse_id = ?', filter.staff);
  if (filter.chair !== undefined) add('chair_id = ?', filter.chair);
  if (filter.indication !== undefined) add('indication = ?', filter.indication);
  if (filter.protocol !== undefined) add('protocol_id = ?', filter.protocol);
  if (filter.flag !== undefined) add('flags & ? <> 0', FLAG_BITS[filter.flag]);
  if (filter.status !== undefined) add(statusSql(filter.status));
  if (filter.patient !== undefined) {
    add('patient_id = ?', filter.patient);
    index = 'history_patient';
  }
  const found = patientsNamed(connection, filter.q);
  if (found !== undefined) {
    add(`patient_id IN (SELECT value FROM json_each(?))`, JSON.stringify(found));
    if (found.length <= FEW_PATIENTS) index = 'history_patient';
  }
  return { sql: conditions.length === 0 ? '1' : conditions.join(' AND '), params, index };
}

function statusSql(status: NonNullable<HistoryFilter['status']>): string {
  switch (status) {
    case 'open':
      return `status NOT IN ('discharged', 'aborted', 'cancelled')`;
    // Took place and is over; a cancelled visit never began.
    case 'finished':
      return `status IN ('discharged', 'aborted')`;
    case 'discharged':
      return `status = 'discharged'`;
    case 'aborted':
      return `status = 'aborted'`;
    case 'cancelled':
      return `status = 'cancelled'`;
    default:
      throw new Error(`No such status filter: ${String(status satisfies never)}`);
  }
}

/** Patients whose name or record number holds every word; undefined when nothing is looked for. */
function patientsNamed(connection: Connection, q: string | undefined): string[] | undefined {
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const sql = `SELECT id FROM patients WHERE ${words.map(() => `search LIKE ? ESCAPE '\\'`).join(' AND ')}`;
  return connection
    .prepare<string[], string>(sql)
    .pluck()
    .all(...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`));
}

import { searchWords } from '../../shared/clinic/folded.ts';
import type { Id } from '../../shared/units.ts';
import type { HistoryFilter } from '../../shared/wire/history.ts';
import type { Connection } from './connection.ts';
import { FLAG_BITS, type HistoryIndex } from './history-index.ts';

type Test = (row: number) => boolean;

/** Numbers of the rows that pass the filter, ascending. `from` is inclusive, `to` exclusive; both mean the planned start. */
export function rowsMatching(connection: Connection, index: HistoryIndex, filter: HistoryFilter): Int32Array {
  let rows = new Int32Array(index.size);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  for (const test of testsOf(connection, index, filter)) rows = keep(rows, test);
  return rows;
}

/** Moves what passes to the front, in place. */
function keep(rows: Int32Array<ArrayBuffer>, test: Test): Int32Array<ArrayBuffer> {
  let kept = 0;
  for (const row of rows) if (test(row)) rows[kept++] = row;
  return rows.subarray(0, kept);
}

function testsOf(connection: Connection, index: HistoryIndex, filter: HistoryFilter): Test[] {
  const { from, to, staff, chair, patient, indication, protocol, status, flag, q } = filter;
  const tests: (Test | undefined)[] = [
    patient === undefined ? undefined : index.patient.is(patient),
    staff === undefined ? undefined : index.nurse.is(staff),
    chair === undefined ? undefined : index.chair.is(chair),
    protocol === undefined ? undefined : index.protocol.is(protocol),
    indication === undefined ? undefined : index.indication.is(indication),
    status === undefined ? undefined : statusTest(index, status),
    flag === undefined ? undefined : flagTest(index, FLAG_BITS[flag]),
    from === undefined ? undefined : startTest(index, from, (start, limit) => start >= limit),
    to === undefined ? undefined : startTest(index, to, (start, limit) => start < limit),
    q === undefined ? undefined : nameTest(connection, index, q),
  ];
  return tests.filter((test) => test !== undefined);
}

function startTest(index: HistoryIndex, instant: string, holds: (start: number, limit: number) => boolean): Test {
  const limit = Date.parse(instant);
  return (row) => holds(index.plannedStart.raw(row), limit);
}

function flagTest(index: HistoryIndex, bit: number): Test {
  return (row) => (index.flags.raw(row) & bit) !== 0;
}

function statusTest(index: HistoryIndex, status: NonNullable<HistoryFilter['status']>): Test {
  switch (status) {
    case 'open': {
      const over = index.status.isOneOf(['discharged', 'aborted', 'cancelled']);
      return (row) => !over(row);
    }
    // Took place and is over; a cancelled visit never began.
    case 'finished':
      return index.status.isOneOf(['discharged', 'aborted']);
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return index.status.is(status);
    default:
      throw new Error(`No such status filter: ${String(status satisfies never)}`);
  }
}

/** Visits of patients whose name or record number holds every word; undefined when there is no word. */
function nameTest(connection: Connection, index: HistoryIndex, q: string): Test | undefined {
  const words = searchWords(q);
  if (words.length === 0) return undefined;
  const sql = `SELECT id FROM patients WHERE ${words.map(() => `search LIKE ? ESCAPE '\\'`).join(' AND ')}`;
  const found = connection
    .prepare<string[], Id>(sql)
    .pluck()
    .all(...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`));
  return index.patient.isOneOf(found);
}

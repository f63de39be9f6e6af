import type { Statement } from 'better-sqlite3';
import type { Id } from '../../shared/units.ts';
import type { Connection } from './connection.ts';
import { HISTORY_COLUMNS, type StoredHistory } from './history-columns.ts';

type Column = keyof StoredHistory;

/**
 * Writes the table `history`. SQLite rewrites an index as soon as one of its columns is named in SET, changed or not; with an
 * index per sort that would be twenty pages to sync for each reading. So a row is compared with the one that stands there and
 * only what differs is named.
 */
export function historyTable(connection: Connection) {
  const keys = HISTORY_COLUMNS.map(([key]) => key as Column);
  const nameOf = new Map(HISTORY_COLUMNS.map(([key, name]) => [key as Column, name]));
  const insert = connection.prepare<[StoredHistory]>(
    `INSERT INTO history (${[...nameOf.values()].join(', ')}) VALUES (${keys.map((key) => `@${key}`).join(', ')})`,
  );
  const read = connection.prepare<[Id], StoredHistory>(
    `SELECT ${HISTORY_COLUMNS.map(([key, name]) => `${name} AS ${key}`).join(', ')} FROM history WHERE session_id = ?`,
  );
  const updates = new Map<string, Statement<[StoredHistory]>>();
  // Whole walks of the table: a rename is rare, and an index for it would be paid for at every reading.
  const renameChair = connection.prepare<[string, Id]>('UPDATE history SET chair_label = ? WHERE chair_id = ?');
  const renameStaff = [
    connection.prepare<[string, Id]>('UPDATE history SET nurse_name = ? WHERE nurse_id = ?'),
    connection.prepare<[string, Id]>('UPDATE history SET charted_by = ? WHERE charted_by_id = ?'),
    connection.prepare<[string, Id]>('UPDATE history SET reviewed_by = ? WHERE reviewed_by_id = ?'),
  ];

  function update(changed: readonly Column[]): Statement<[StoredHistory]> {
    const set = changed.map((key) => `${nameOf.get(key)} = @${key}`).join(', ');
    const known = updates.get(set);
    if (known !== undefined) return known;
    const made = connection.prepare<[StoredHistory]>(`UPDATE history SET ${set} WHERE session_id = @sessionId`);
    updates.set(set, made);
    return made;
  }

  return {
    /** Stores a row, given the one that stands there now (`undefined`: to be looked up). */
    put(row: StoredHistory, before: StoredHistory | undefined): void {
      const was = before ?? read.get(row.sessionId);
      if (was === undefined) {
        insert.run(row);
        return;
      }
      const changed = keys.filter((key) => row[key] !== was[key]);
      if (changed.length > 0) update(changed).run(row);
    },
    renameChair: (id: Id, label: string) => void renameChair.run(label, id),
    renameStaff(id: Id, name: string): void {
      for (const rename of renameStaff) rename.run(name, id);
    },
  };
}

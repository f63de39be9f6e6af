import { dayAt } from '../../shared/clinic/calendar-day.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import type { Id } from '../../shared/units.ts';
import { toMs } from '../../shared/units.ts';
import { factOf, putFact } from './database-facts.ts';
import { eq, getTableColumns, type Queries, sql } from './drizzle.ts';
import { type StoredHistory, timeZoneOf } from './history-row.ts';
import { history, patients } from './schema.ts';

const CURSOR = 'history-cursor';
const SHAPE = 'history-shape';

/** Writes what history is asked from: `history`, `patients`, and how far they have followed the log. */
export function historyTable(db: Queries) {
  const columns = getTableColumns(history);
  const values = Object.fromEntries(Object.keys(columns).map((key) => [key, sql.placeholder(key)]));
  const renewed = Object.fromEntries(Object.entries(columns).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]));
  const put = db
    .insert(history)
    .values(values as unknown as StoredHistory)
    .onConflictDoUpdate({ target: history.sessionId, set: renewed })
    .prepare();
  const putPatient = db
    .insert(patients)
    .values({ id: sql.placeholder('id'), search: sql.placeholder('search') })
    .onConflictDoUpdate({ target: patients.id, set: { search: sql`excluded.search` } })
    .prepare();
  const sessionsOf = db
    .select({ id: history.sessionId })
    .from(history)
    .where(eq(history.patientId, sql.placeholder('patientId')))
    .orderBy(history.sessionId)
    .prepare();

  return {
    /** Position of the last event that is in the rows; `undefined` when they are of another shape. */
    cursor(shape: number): number | undefined {
      if (factOf(db, SHAPE) !== `${shape}`) return undefined;
      return Number(factOf(db, CURSOR) ?? 0);
    },
    moveCursor: (position: number) => putFact(db, CURSOR, `${position}`),
    put: (row: StoredHistory) => void put.run(row),
    putPatient: (id: Id, search: string) => void putPatient.run({ id, search }),
    sessionsOf: (patientId: Id): Id[] => sessionsOf.all({ patientId }).map(({ id }) => id),
    // Whole walks of the table: a rename is rare, and an index for it would be written with every reading.
    renameChair: (id: Id, chairLabel: string) => void db.update(history).set({ chairLabel }).where(eq(history.chairId, id)).run(),
    renameStaff(id: Id, name: string): void {
      db.update(history).set({ nurseName: name }).where(eq(history.nurseId, id)).run();
      db.update(history).set({ chartedBy: name }).where(eq(history.chartedById, id)).run();
      db.update(history).set({ reviewedBy: name }).where(eq(history.reviewedById, id)).run();
    },
    /** The clinic counts its days by another clock now. */
    renameDays(clinic: ClinicState): void {
      const zone = timeZoneOf(clinic);
      const starts = db.select({ id: history.sessionId, start: history.plannedStart, day: history.day }).from(history).all();
      for (const { id, start, day: was } of starts) {
        const day = dayAt(toMs(start), zone);
        if (day !== was) db.update(history).set({ day }).where(eq(history.sessionId, id)).run();
      }
    },
    /** Forgets everything: the next event to follow is the first. */
    startOver(shape: number): void {
      db.delete(history).run();
      db.delete(patients).run();
      putFact(db, SHAPE, `${shape}`);
      putFact(db, CURSOR, '0');
    },
  };
}

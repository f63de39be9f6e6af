import { eq, type Queries } from './drizzle.ts';
import { meta } from './schema.ts';

/** What the database says of itself under one key; undefined when it says nothing. */
export function factOf(db: Queries, key: string): string | undefined {
  return db.select({ value: meta.value }).from(meta).where(eq(meta.key, key)).get()?.value;
}

export function putFact(db: Queries, key: string, value: string): void {
  db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
}

import type { Id } from '../../shared/units.ts';
import { get } from '../live/api.ts';
import type { Me } from '../live/me-store.ts';
import { importKey } from './seal.ts';
import type { TabletDb } from './tablet-db.ts';

/** Who last used this tablet and has not signed out: who goes on when the server cannot be asked. */
export async function rememberedPerson(db: TabletDb): Promise<Me | undefined> {
  return (await db.people.toArray()).find(({ key }) => key !== undefined)?.me;
}

/**
 * The person's key: kept from before, else asked from the server; `undefined` without an answer. Keys and clinics of
 * others who used the tablet go; their waiting entries stay, sealed.
 */
export async function keyOf(db: TabletDb, me: Me): Promise<CryptoKey | undefined> {
  const others = (await db.people.toArray()).filter(({ id }) => id !== me.id);
  for (const { id } of others) await forget(db, id);
  const known = (await db.people.get(me.id))?.key;
  if (known !== undefined) return known;
  const answer = await get<{ readonly key: string }>('/api/offline-key');
  if (!answer.ok) return undefined;
  const key = await importKey(answer.value.key);
  await db.people.put({ id: me.id, me, key });
  return key;
}

/** Takes away a person's key and what could be read with it. The name stays while entries of theirs wait. */
export async function forget(db: TabletDb, id: Id): Promise<void> {
  await db.transaction('rw', db.people, db.clinics, db.rows, async () => {
    const rows = await db.allRows();
    await db.clinics.delete(id);
    const sent = rows.filter((row) => row.ownerId === id && row.state === 'sent');
    await db.rows.bulkDelete(sent.map((row) => row.id));
    const person = await db.people.get(id);
    const waits = rows.some((row) => row.ownerId === id && row.state !== 'sent');
    if (person === undefined) return;
    if (waits) await db.people.put({ id, me: person.me });
    else await db.people.delete(id);
  });
}

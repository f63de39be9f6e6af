import { Dexie, type EntityTable } from 'dexie';
import type { Id } from '../../shared/units.ts';
import type { Me } from '../live/me-store.ts';
import { type OutboxAction, type OutboxRow, reduceOutbox } from './outbox-model.ts';
import type { Sealed } from './seal.ts';

export type SealedRow = OutboxRow<Sealed>;

/** Somebody who used this tablet: name and role as the screens show them, and the key while signed in. */
export interface Person {
  readonly id: Id;
  readonly me: Me;
  readonly key?: CryptoKey;
}

/** What was last known of the clinic, for one person's eyes. */
export interface KeptClinic {
  readonly ownerId: Id;
  readonly sealed: Sealed;
}

/**
 * What a tablet keeps: entries that wait, who used it, and the last known clinic. A write resolves after the disk has it
 * (durability `strict`), so that a tap shown as saved survives the battery.
 */
export class TabletDb extends Dexie {
  declare readonly rows: EntityTable<SealedRow, 'id'>;
  declare readonly people: EntityTable<Person, 'id'>;
  declare readonly clinics: EntityTable<KeptClinic, 'ownerId'>;

  constructor(name = 'chairside') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'id, seq', people: 'id', clinics: 'ownerId' });
  }

  /** All rows in order of taps. */
  allRows(): Promise<SealedRow[]> {
    return this.rows.orderBy('seq').toArray();
  }

  /** One step of the model over what is on the disk, in one transaction; other tabs' steps come before or after it. */
  step(action: OutboxAction<Sealed>): Promise<readonly SealedRow[]> {
    return this.transaction('rw', this.rows, async () => {
      const before = await this.allRows();
      const after = reduceOutbox(before, action);
      const left = new Map(after.map((row) => [row.id, row]));
      const known = new Map(before.map((row) => [row.id, row]));
      const gone = before.filter(({ id }) => !left.has(id)).map(({ id }) => id);
      const changed = after.filter((row) => known.get(row.id) !== row);
      if (gone.length > 0) await this.rows.bulkDelete(gone);
      if (changed.length > 0) await this.rows.bulkPut(changed);
      return after;
    });
  }
}

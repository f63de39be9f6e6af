import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { NINE } from './store-writes.ts';

/** What `Secrets` promises. `empty` gives each test an empty store. */
export function secretsContract(empty: (use: (store: Store) => Promise<void>) => Promise<void>): void {
  it('[LOG11] secrets are kept beside the log and never in it', () =>
    empty(async ({ secrets, ...store }) => {
      const staffId = randomUUID();
      await secrets.putCredential({ staffId, username: 'nurse', passwordHash: 'hash-1' });
      await secrets.putCredential({ staffId, username: 'nurse', passwordHash: 'hash-2' });
      expect(await secrets.credentialOf('nurse')).toEqual({ staffId, username: 'nurse', passwordHash: 'hash-2' });
      expect(await secrets.credentialOfStaff(staffId)).toEqual(await secrets.credentialOf('nurse'));
      expect(await secrets.credentialOf('nobody')).toBeUndefined();

      const session = { tokenHash: 'aa', staffId, createdAt: NINE, lastSeenAt: NINE, expiresAt: '2026-11-24T21:00:00.000Z' };
      await secrets.putSession({ ...session, tokenHash: 'old', expiresAt: '2026-11-24T08:00:00.000Z' });
      await secrets.putSession(session);
      await secrets.putSession({ ...session, tokenHash: 'bb' });
      expect(await secrets.sessionOf('old')).toBeUndefined();
      await secrets.putSession({ ...session, lastSeenAt: '2026-11-24T09:01:00.000Z' });
      expect(await secrets.sessionOf('aa')).toEqual({ ...session, lastSeenAt: '2026-11-24T09:01:00.000Z' });
      await secrets.deleteSession('aa');
      expect([await secrets.sessionOf('aa'), (await secrets.sessionOf('bb'))?.staffId]).toEqual([undefined, staffId]);
      await secrets.deleteSessionsOf(staffId);
      expect(await secrets.sessionOf('bb')).toBeUndefined();

      expect(await secrets.offlineKeyOf(staffId, 'key-1')).toBe('key-1');
      expect(await secrets.offlineKeyOf(staffId, 'key-2')).toBe('key-1');

      const token = { tokenHash: 'cc', id: randomUUID(), name: 'Wall', role: 'display', createdAt: NINE } as const;
      await secrets.putToken(token);
      expect(await secrets.tokens()).toEqual([token]);
      await secrets.revokeToken(token.id, '2026-11-24T10:00:00.000Z');
      await secrets.revokeToken(token.id, '2026-11-24T11:00:00.000Z');
      expect(await secrets.tokenOf('cc')).toEqual({ ...token, revokedAt: '2026-11-24T10:00:00.000Z' });
      expect([store.head(), await store.eventsAfter(0, 10)]).toEqual([0, []]);
    }));

  it('[LOG11] tablets, who signed in on them and PINs are kept', () =>
    empty(async ({ secrets }) => {
      const [id, staffId] = [randomUUID(), randomUUID()];
      const device = { id, tokenHash: 'dd', name: 'Tablet 1', createdAt: NINE, lastSeenAt: NINE };
      await secrets.putDevice(device);
      expect(await secrets.deviceOf('dd')).toEqual(device);
      await secrets.putDevice({ ...device, name: 'Tablet 2', revokedAt: '2026-11-24T10:00:00.000Z' });
      expect(await secrets.devices()).toEqual([{ ...device, name: 'Tablet 2', revokedAt: '2026-11-24T10:00:00.000Z' }]);
      expect(await secrets.deviceOf('ee')).toBeUndefined();

      await secrets.putPin(staffId, 'pin-hash-1');
      await secrets.putPin(staffId, 'pin-hash-2');
      expect([await secrets.pinHashOf(staffId), await secrets.pinHashOf(id)]).toEqual(['pin-hash-2', undefined]);

      const person = { deviceId: id, staffId, signedInAt: NINE, wrongTries: 0 };
      await secrets.putPerson(person);
      await secrets.putPerson({ ...person, wrongTries: 3 });
      await secrets.putPerson({ ...person, deviceId: staffId });
      expect(await secrets.peopleOf(id)).toEqual([{ ...person, wrongTries: 3 }]);
      await secrets.deletePerson(staffId, id);
      expect([(await secrets.peopleOf(id)).length, (await secrets.peopleOf(staffId)).length]).toEqual([0, 1]);
      await secrets.deletePerson(staffId);
      expect(await secrets.peopleOf(staffId)).toEqual([]);

      const session = { tokenHash: 'aa', staffId, createdAt: NINE, lastSeenAt: NINE, expiresAt: '2026-11-24T21:00:00.000Z' };
      const byPin = { ...session, deviceId: id, openedBy: 'pin' } as const;
      await secrets.putSession(byPin);
      await secrets.putSession({ ...session, tokenHash: 'bb' });
      expect(await secrets.sessionOf('aa')).toEqual(byPin);
      await secrets.deleteSessionsOn(id);
      expect([await secrets.sessionOf('aa'), (await secrets.sessionOf('bb'))?.tokenHash]).toEqual([undefined, 'bb']);
    }));
}

import type { Device, DeviceSecrets } from '../store.ts';
import { and, desc, eq, type Queries, sql } from './drizzle.ts';
import { devicePeople, devices, pins, signInSessions } from './schema.ts';

/** Shared tablets, who signed in on them, and PINs. */
export function sqliteDeviceSecrets(db: Queries): DeviceSecrets {
  const deviceOf = db
    .select()
    .from(devices)
    .where(eq(devices.tokenHash, sql.placeholder('tokenHash')))
    .prepare();

  return {
    devices: async () => db.select().from(devices).orderBy(devices.createdAt, devices.name, devices.id).all().map(toDevice),
    async deviceOf(tokenHash) {
      const row = deviceOf.get({ tokenHash });
      return row === undefined ? undefined : toDevice(row);
    },
    /** A tablet's cookie and its age stay those of its enrolment. */
    async putDevice(device) {
      const { name, lastSeenAt, revokedAt = null } = device;
      db.insert(devices)
        .values({ ...device, revokedAt })
        .onConflictDoUpdate({ target: devices.id, set: { name, lastSeenAt, revokedAt } })
        .run();
    },
    deleteSessionsOn: async (deviceId) => void db.delete(signInSessions).where(eq(signInSessions.deviceId, deviceId)).run(),
    pinHashOf: async (staffId) => db.select().from(pins).where(eq(pins.staffId, staffId)).get()?.pinHash,
    async putPin(staffId, pinHash) {
      db.insert(pins).values({ staffId, pinHash }).onConflictDoUpdate({ target: pins.staffId, set: { pinHash } }).run();
    },
    peopleOf: async (deviceId) =>
      db
        .select()
        .from(devicePeople)
        .where(eq(devicePeople.deviceId, deviceId))
        .orderBy(desc(devicePeople.signedInAt), devicePeople.staffId)
        .all(),
    async putPerson({ deviceId, staffId, signedInAt, wrongTries }) {
      db.insert(devicePeople)
        .values({ deviceId, staffId, signedInAt, wrongTries })
        .onConflictDoUpdate({ target: [devicePeople.deviceId, devicePeople.staffId], set: { signedInAt, wrongTries } })
        .run();
    },
    async deletePerson(staffId, deviceId) {
      const there = deviceId === undefined ? undefined : eq(devicePeople.deviceId, deviceId);
      db.delete(devicePeople)
        .where(and(eq(devicePeople.staffId, staffId), there))
        .run();
    },
  };
}

function toDevice({ revokedAt, ...row }: typeof devices.$inferSelect): Device {
  return revokedAt === null ? row : { ...row, revokedAt };
}

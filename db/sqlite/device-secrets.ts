import type { Device, DevicePerson, DeviceSecrets } from '../store.ts';
import type { Connection } from './connection.ts';
import type { devices as devicesTable } from './schema.ts';

const DEVICE = 'id, token_hash AS tokenHash, name, created_at AS createdAt, last_seen_at AS lastSeenAt, revoked_at AS revokedAt';

type DeviceRow = typeof devicesTable.$inferSelect;

/** Shared tablets, who signed in on them, and PINs. */
export function sqliteDeviceSecrets(connection: Connection): DeviceSecrets {
  const devices = connection.prepare<[], DeviceRow>(`SELECT ${DEVICE} FROM devices ORDER BY created_at, name, id`);
  const deviceOf = connection.prepare<[string], DeviceRow>(`SELECT ${DEVICE} FROM devices WHERE token_hash = ?`);
  const putDevice = connection.prepare<[DeviceRow]>(
    `INSERT INTO devices (id, token_hash, name, created_at, last_seen_at, revoked_at)
     VALUES (@id, @tokenHash, @name, @createdAt, @lastSeenAt, @revokedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at, revoked_at = excluded.revoked_at`,
  );
  const deleteSessionsOn = connection.prepare<[string]>('DELETE FROM sign_in_sessions WHERE device_id = ?');
  const pinHash = connection.prepare<[string], string>('SELECT pin_hash FROM pins WHERE staff_id = ?').pluck();
  const putPin = connection.prepare<[string, string]>(
    'INSERT INTO pins (staff_id, pin_hash) VALUES (?, ?) ON CONFLICT (staff_id) DO UPDATE SET pin_hash = excluded.pin_hash',
  );
  const people = connection.prepare<[string], DevicePerson>(
    `SELECT device_id AS deviceId, staff_id AS staffId, signed_in_at AS signedInAt, wrong_tries AS wrongTries
     FROM device_people WHERE device_id = ? ORDER BY signed_in_at DESC, staff_id`,
  );
  const putPerson = connection.prepare<[DevicePerson]>(
    `INSERT INTO device_people (device_id, staff_id, signed_in_at, wrong_tries)
     VALUES (@deviceId, @staffId, @signedInAt, @wrongTries)
     ON CONFLICT (device_id, staff_id) DO UPDATE SET signed_in_at = excluded.signed_in_at, wrong_tries = excluded.wrong_tries`,
  );
  const deletePerson = connection.prepare<[string]>('DELETE FROM device_people WHERE staff_id = ?');
  const deletePersonFrom = connection.prepare<[string, string]>('DELETE FROM device_people WHERE staff_id = ? AND device_id = ?');

  return {
    devices: async () => devices.all().map(toDevice),
    async deviceOf(tokenHash) {
      const row = deviceOf.get(tokenHash);
      return row === undefined ? undefined : toDevice(row);
    },
    putDevice: async (device) => void putDevice.run({ ...device, revokedAt: device.revokedAt ?? null }),
    deleteSessionsOn: async (deviceId) => void deleteSessionsOn.run(deviceId),
    pinHashOf: async (staffId) => pinHash.get(staffId),
    putPin: async (staffId, hash) => void putPin.run(staffId, hash),
    peopleOf: async (deviceId) => people.all(deviceId),
    putPerson: async (person) => void putPerson.run(person),
    async deletePerson(staffId, deviceId) {
      if (deviceId === undefined) deletePerson.run(staffId);
      else deletePersonFrom.run(staffId, deviceId);
    },
  };
}

function toDevice({ revokedAt, ...row }: DeviceRow): Device {
  return revokedAt === null ? row : { ...row, revokedAt };
}

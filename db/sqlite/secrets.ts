import type { ApiToken, Credential, Secrets, SignInSession } from '../store.ts';
import type { Connection } from './connection.ts';
import { sqliteDeviceSecrets } from './device-secrets.ts';
import type { apiTokens, signInSessions } from './schema.ts';

const CREDENTIAL = 'staff_id AS staffId, username, password_hash AS passwordHash';
const SESSION =
  'token_hash AS tokenHash, staff_id AS staffId, created_at AS createdAt, last_seen_at AS lastSeenAt, expires_at AS expiresAt, device_id AS deviceId, opened_by AS openedBy';
const TOKEN = 'id, token_hash AS tokenHash, name, role, created_at AS createdAt, revoked_at AS revokedAt';

type TokenRow = typeof apiTokens.$inferSelect;
type SessionRow = typeof signInSessions.$inferSelect;

/** Credentials, sign-in sessions, API tokens and the keys of tablets, in tables of their own beside the log. */
export function sqliteSecrets(connection: Connection): Secrets {
  const credentialOf = connection.prepare<[string], Credential>(`SELECT ${CREDENTIAL} FROM credentials WHERE username = ?`);
  const credentialOfStaff = connection.prepare<[string], Credential>(`SELECT ${CREDENTIAL} FROM credentials WHERE staff_id = ?`);
  const putCredential = connection.prepare<[Credential]>(
    `INSERT INTO credentials (staff_id, username, password_hash) VALUES (@staffId, @username, @passwordHash)
     ON CONFLICT (staff_id) DO UPDATE SET username = excluded.username, password_hash = excluded.password_hash`,
  );
  const sessionOf = connection.prepare<[string], SessionRow>(`SELECT ${SESSION} FROM sign_in_sessions WHERE token_hash = ?`);
  const putSession = connection.prepare<[SessionRow]>(
    `INSERT INTO sign_in_sessions (token_hash, staff_id, created_at, last_seen_at, expires_at, device_id, opened_by)
     VALUES (@tokenHash, @staffId, @createdAt, @lastSeenAt, @expiresAt, @deviceId, @openedBy)
     ON CONFLICT (token_hash) DO UPDATE SET staff_id = excluded.staff_id, created_at = excluded.created_at,
       last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at, device_id = excluded.device_id,
       opened_by = excluded.opened_by`,
  );
  const deleteExpired = connection.prepare<[string]>('DELETE FROM sign_in_sessions WHERE expires_at < ?');
  const deleteSession = connection.prepare<[string]>('DELETE FROM sign_in_sessions WHERE token_hash = ?');
  const deleteSessionsOf = connection.prepare<[string]>('DELETE FROM sign_in_sessions WHERE staff_id = ?');
  const tokens = connection.prepare<[], TokenRow>(`SELECT ${TOKEN} FROM api_tokens ORDER BY created_at, id`);
  const tokenOf = connection.prepare<[string], TokenRow>(`SELECT ${TOKEN} FROM api_tokens WHERE token_hash = ?`);
  const putToken = connection.prepare<[TokenRow]>(
    `INSERT INTO api_tokens (id, token_hash, name, role, created_at, revoked_at)
     VALUES (@id, @tokenHash, @name, @role, @createdAt, @revokedAt)
     ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, name = excluded.name, role = excluded.role,
       created_at = excluded.created_at, revoked_at = excluded.revoked_at`,
  );
  const revokeToken = connection.prepare<[string, string]>(
    'UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  );
  const putOfflineKey = connection.prepare<[string, string]>(
    'INSERT INTO offline_keys (staff_id, key) VALUES (?, ?) ON CONFLICT (staff_id) DO NOTHING',
  );
  const offlineKey = connection.prepare<[string], string>('SELECT key FROM offline_keys WHERE staff_id = ?').pluck();
  /** Expired sessions go when a session is written: nothing else has to remember it. */
  const replaceSession = connection.transaction((session: SignInSession) => {
    deleteExpired.run(session.lastSeenAt);
    putSession.run({ ...session, deviceId: session.deviceId ?? null, openedBy: session.openedBy ?? 'password' });
  });

  return {
    ...sqliteDeviceSecrets(connection),
    credentialOf: async (username) => credentialOf.get(username),
    credentialOfStaff: async (staffId) => credentialOfStaff.get(staffId),
    putCredential: async (credential) => void putCredential.run(credential),
    async sessionOf(tokenHash) {
      const row = sessionOf.get(tokenHash);
      return row === undefined ? undefined : toSession(row);
    },
    putSession: async (session) => replaceSession.immediate(session),
    deleteSession: async (tokenHash) => void deleteSession.run(tokenHash),
    deleteSessionsOf: async (staffId) => void deleteSessionsOf.run(staffId),
    tokens: async () => tokens.all().map(toToken),
    async tokenOf(tokenHash) {
      const row = tokenOf.get(tokenHash);
      return row === undefined ? undefined : toToken(row);
    },
    putToken: async (token) => void putToken.run({ ...token, revokedAt: token.revokedAt ?? null }),
    revokeToken: async (id, at) => void revokeToken.run(at, id),
    async offlineKeyOf(staffId, fresh) {
      const known = offlineKey.get(staffId);
      if (known !== undefined) return known;
      putOfflineKey.run(staffId, fresh);
      return offlineKey.get(staffId) ?? fresh;
    },
  };
}

function toSession({ deviceId, openedBy, ...row }: SessionRow): SignInSession {
  return { ...row, ...(deviceId === null ? {} : { deviceId }), ...(openedBy === 'pin' ? { openedBy } : {}) };
}

function toToken({ revokedAt, ...row }: TokenRow): ApiToken {
  return revokedAt === null ? row : { ...row, revokedAt };
}

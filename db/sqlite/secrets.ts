import type { ApiToken, Credential, Secrets, SignInSession } from '../store.ts';
import { sqliteDeviceSecrets } from './device-secrets.ts';
import { and, eq, isNull, lt, type Queries, sql } from './drizzle.ts';
import { apiTokens, credentials, offlineKeys, signInSessions } from './schema.ts';

/** Credentials, sign-in sessions, API tokens and the keys of tablets, in tables of their own beside the log. */
export function sqliteSecrets(db: Queries): Secrets {
  const offlineKey = (staffId: string) => db.select().from(offlineKeys).where(eq(offlineKeys.staffId, staffId)).get()?.key;
  const sessionOf = db
    .select()
    .from(signInSessions)
    .where(eq(signInSessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  const tokenOf = db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.tokenHash, sql.placeholder('tokenHash')))
    .prepare();

  return {
    ...sqliteDeviceSecrets(db),
    credentialOf: async (username) => db.select().from(credentials).where(eq(credentials.username, username)).get(),
    credentialOfStaff: async (staffId) => db.select().from(credentials).where(eq(credentials.staffId, staffId)).get(),
    async putCredential({ staffId, username, passwordHash }: Credential) {
      db.insert(credentials)
        .values({ staffId, username, passwordHash })
        .onConflictDoUpdate({ target: credentials.staffId, set: { username, passwordHash } })
        .run();
    },
    async sessionOf(tokenHash) {
      const row = sessionOf.get({ tokenHash });
      return row === undefined ? undefined : toSession(row);
    },
    /** Expired sessions go when a session is written: nothing else has to remember it. */
    async putSession(session) {
      const { tokenHash, deviceId = null, openedBy = 'password' as const, ...always } = session;
      const rest = { ...always, deviceId, openedBy };
      db.transaction(
        (tx) => {
          tx.delete(signInSessions).where(lt(signInSessions.expiresAt, session.lastSeenAt)).run();
          tx.insert(signInSessions)
            .values({ tokenHash, ...rest })
            .onConflictDoUpdate({ target: signInSessions.tokenHash, set: rest })
            .run();
        },
        { behavior: 'immediate' },
      );
    },
    deleteSession: async (tokenHash) => void db.delete(signInSessions).where(eq(signInSessions.tokenHash, tokenHash)).run(),
    deleteSessionsOf: async (staffId) => void db.delete(signInSessions).where(eq(signInSessions.staffId, staffId)).run(),
    tokens: async () => db.select().from(apiTokens).orderBy(apiTokens.createdAt, apiTokens.id).all().map(toToken),
    async tokenOf(tokenHash) {
      const row = tokenOf.get({ tokenHash });
      return row === undefined ? undefined : toToken(row);
    },
    async putToken(token) {
      const { id, ...rest } = { ...token, revokedAt: token.revokedAt ?? null };
      db.insert(apiTokens)
        .values({ id, ...rest })
        .onConflictDoUpdate({ target: apiTokens.id, set: rest })
        .run();
    },
    async revokeToken(id, at) {
      db.update(apiTokens)
        .set({ revokedAt: at })
        .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
        .run();
    },
    async offlineKeyOf(staffId, fresh) {
      const known = offlineKey(staffId);
      if (known !== undefined) return known;
      db.insert(offlineKeys).values({ staffId, key: fresh }).onConflictDoNothing().run();
      return offlineKey(staffId) ?? fresh;
    },
  };
}

function toSession({ deviceId, openedBy, ...row }: typeof signInSessions.$inferSelect): SignInSession {
  return { ...row, ...(deviceId === null ? {} : { deviceId }), ...(openedBy === 'pin' ? { openedBy } : {}) };
}

function toToken({ revokedAt, ...row }: typeof apiTokens.$inferSelect): ApiToken {
  return revokedAt === null ? row : { ...row, revokedAt };
}

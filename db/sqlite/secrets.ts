import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { ApiToken, Secrets } from '../store.ts';
import type { Connection } from './connection.ts';
import { apiTokens, credentials, signInSessions } from './schema.ts';

/** Credentials, sign-in sessions and API tokens, in tables of their own beside the log. */
export function sqliteSecrets(connection: Connection): Secrets {
  const db = drizzle(connection);
  const ofUsername = db
    .select()
    .from(credentials)
    .where(eq(credentials.username, sql.placeholder('username')))
    .prepare();
  const ofStaff = db
    .select()
    .from(credentials)
    .where(eq(credentials.staffId, sql.placeholder('staffId')))
    .prepare();
  const session = db
    .select()
    .from(signInSessions)
    .where(eq(signInSessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  const token = db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.tokenHash, sql.placeholder('tokenHash')))
    .prepare();

  return {
    credentialOf: async (username) => ofUsername.get({ username }),
    credentialOfStaff: async (staffId) => ofStaff.get({ staffId }),
    async putCredential(credential) {
      db.insert(credentials).values(credential).onConflictDoUpdate({ target: credentials.staffId, set: credential }).run();
    },
    sessionOf: async (tokenHash) => session.get({ tokenHash }),
    async putSession(one) {
      // Expired sessions go when a new one comes: nothing else has to remember it.
      db.delete(signInSessions).where(lt(signInSessions.expiresAt, one.lastSeenAt)).run();
      db.insert(signInSessions).values(one).onConflictDoUpdate({ target: signInSessions.tokenHash, set: one }).run();
    },
    async deleteSession(tokenHash) {
      db.delete(signInSessions).where(eq(signInSessions.tokenHash, tokenHash)).run();
    },
    async deleteSessionsOf(staffId) {
      db.delete(signInSessions).where(eq(signInSessions.staffId, staffId)).run();
    },
    tokens: async () => db.select().from(apiTokens).orderBy(apiTokens.createdAt, apiTokens.id).all().map(toToken),
    async tokenOf(tokenHash) {
      const row = token.get({ tokenHash });
      return row === undefined ? undefined : toToken(row);
    },
    async putToken({ revokedAt, ...one }) {
      const row = { ...one, revokedAt: revokedAt ?? null };
      db.insert(apiTokens).values(row).onConflictDoUpdate({ target: apiTokens.id, set: row }).run();
    },
    async revokeToken(id, at) {
      db.update(apiTokens)
        .set({ revokedAt: at })
        .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
        .run();
    },
  };
}

function toToken({ revokedAt, ...row }: typeof apiTokens.$inferSelect): ApiToken {
  return revokedAt === null ? row : { ...row, revokedAt };
}

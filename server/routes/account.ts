import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { setPasswordSchema } from '../../shared/wire/account.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { type SignedIn, signedInSchema, signInSchema } from '../../shared/wire/up.ts';
import { whyEasy } from '../access/common-passwords.ts';
import { isLoopback, LOOPBACK_COOKIE, SECURE_COOKIE } from '../access/cookie.ts';
import type { Principal } from '../access/principal.ts';
import { ABSOLUTE_MS } from '../access/sign-ins.ts';
import { signedIn } from '../plugins/rights.ts';
import { Malformed } from '../plugins/validation.ts';
import { ProblemError } from '../problem.ts';

const OFFLINE_KEY_BYTES = 32;
const offlineKeySchema = z.object({ key: z.base64() });

/** Signing in and out, and passwords. */
export const accountRoutes: FastifyPluginAsyncZod = async (app) => {
  const { accounts, signIns, pins, model, store } = app.services;

  app.post(
    '/api/sign-in',
    {
      config: { right: 'sign-in' },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in',
        tags: ['sign-in'],
        security: [],
        body: signInSchema,
        response: { 200: signedInSchema, 401: problemSchema, 422: problemSchema, 429: problemSchema },
      },
    },
    async (request, reply) => {
      const { username, password } = request.body;
      const result = await accounts.signIn(username, password, request.ip);
      if (result.kind === 'too-many') {
        reply.header('retry-after', String(Math.ceil(result.retryAfterMs / 1000)));
        throw new ProblemError('too-many-requests', { rule: 'ACC4', detail: 'Too many wrong tries. Please wait a little.' });
      }
      if (result.kind === 'refused') throw new ProblemError('sign-in-refused', { rule: 'ACC3' });
      // A new sign-in each time: one that was there before (perhaps put there by somebody else) ends.
      const before = await signIns.authenticate({ host: request.headers.host, cookie: request.headers.cookie });
      if (before !== undefined) await signIns.end(before.tokenHash);
      const { device } = request;
      const { token, principal } = await signIns.begin(result.staff, device === undefined ? {} : { device });
      if (device !== undefined) await pins.signedIn(device, result.staff.id);
      setSignInCookie(request, reply, token);
      return reply.send(answerFor(principal));
    },
  );

  app.post(
    '/api/sign-out',
    {
      config: { right: 'sign-out' },
      schema: { operationId: 'signOut', summary: 'Sign out', tags: ['sign-in'], response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { tokenHash, staffId } = signedIn(request);
      await signIns.end(tokenHash);
      // Who signs out leaves the tablet; who only locks it comes back with the PIN.
      if (request.device !== undefined) await pins.forget(request.device, staffId);
      clearSignInCookie(reply);
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/me',
    {
      config: { right: 'see-own-account' },
      schema: { operationId: 'getMe', summary: 'Who is signed in', tags: ['sign-in'], response: { 200: signedInSchema } },
    },
    async (request) => answerFor(signedIn(request)),
  );

  app.get(
    '/api/offline-key',
    {
      config: { right: 'get-offline-key' },
      schema: {
        operationId: 'getOfflineKey',
        summary: 'The key that seals what a tablet keeps',
        description:
          'AES-256, base64; one’s own, the same each time. A tablet keeps it so that no script can read it, until sign-out.',
        tags: ['sign-in'],
        response: { 200: offlineKeySchema },
      },
    },
    async (request) => ({
      key: await store.secrets.offlineKeyOf(signedIn(request).staffId, randomBytes(OFFLINE_KEY_BYTES).toString('base64')),
    }),
  );

  app.post(
    '/api/staff/:id/password',
    {
      config: { right: 'set-password' },
      schema: {
        operationId: 'setPassword',
        summary: 'Set a password',
        description: 'One’s own with the old one; an administrator sets those of others. Ends the other sign-ins of that person.',
        tags: ['sign-in'],
        params: z.object({ id: z.string() }),
        body: setPasswordSchema,
        response: { 204: z.undefined(), 403: problemSchema, 404: problemSchema, 409: problemSchema, 422: problemSchema },
      },
    },
    async (request, reply) => {
      const me = signedIn(request);
      const isOwn = request.params.id === me.staffId;
      if (!isOwn && me.role !== 'administrator') throw new ProblemError('not-allowed', { rule: 'ACC5' });
      const staff = model.clinic.staff.get(request.params.id);
      if (staff === undefined) throw new ProblemError('not-found', { rule: 'ACC5', detail: 'There is no such member of staff.' });
      const { password, oldPassword } = request.body;
      if (isOwn && oldPassword === undefined)
        throw new Malformed([{ path: 'oldPassword', message: 'Your present password is needed' }]);
      refuseCommon(password, staff.username, 'password');
      if (isOwn && !(await accounts.verify(staff.id, oldPassword ?? '')))
        throw new ProblemError('wrong-password', { rule: 'ACC5', detail: 'The present password is wrong.' });
      await accounts.setPassword(staff, password);
      await signIns.endAllOf(staff.id, isOwn ? me.tokenHash : undefined);
      return reply.code(204).send();
    },
  );
};

/** ACC5: nothing of the common list, whatever its length. `path` is the field to mark. */
export function refuseCommon(password: string, username: string, path: string): void {
  const message = whyEasy(password, username);
  if (message !== undefined) throw new Malformed([{ path, message }]);
}

/** The token goes out once, in a cookie that no script can read and no other site can send. */
export function setSignInCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const isPlainLoopback = request.protocol === 'http' && isLoopback(request.headers.host);
  reply.setCookie(isPlainLoopback ? LOOPBACK_COOKIE : SECURE_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: !isPlainLoopback,
    maxAge: ABSOLUTE_MS / 1000,
  });
}

export function clearSignInCookie(reply: FastifyReply): void {
  for (const name of [SECURE_COOKIE, LOOPBACK_COOKIE]) reply.clearCookie(name, { path: '/', secure: name === SECURE_COOKIE });
}

export function answerFor({ staffId, name, initials, role, expiresAt }: Principal): SignedIn {
  return { staff: { id: staffId, name, initials, role }, expiresAt };
}

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Device } from '../../db/store.ts';
import { isEasyPin } from '../../shared/access/pin.ts';
import type { Id } from '../../shared/units.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { confirmationSchema, confirmSchema, emergencySchema, setPinSchema, unlockSchema } from '../../shared/wire/device.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { signedInSchema } from '../../shared/wire/up.ts';
import type { PinResult } from '../access/pins.ts';
import { TryLimiter } from '../access/try-limiter.ts';
import { signedIn } from '../plugins/rights.ts';
import { Malformed } from '../plugins/validation.ts';
import { ProblemError } from '../problem.ts';
import { answerFor, clearSignInCookie, setSignInCookie } from './account.ts';
import { COMMAND_ANSWERS, sendOutcome } from './answers.ts';

/** Calls from one lock screen: ten at once, then one each 5 s and slower. */
const EMERGENCIES = { free: 10, firstWaitMs: MINUTE_MS / 12, maxWaitMs: MINUTE_MS / 2, forgetAfterMs: MINUTE_MS };

/** A shared tablet changes hands: PIN, lock, unlock, and the emergency button while it is locked. */
export const unlockRoutes: FastifyPluginAsyncZod = async (app) => {
  const { accounts, clock, confirmations, gate, pins, signIns } = app.services;
  const emergencies = new TryLimiter(EMERGENCIES, () => clock.now());
  const tags = ['devices'];

  app.post(
    '/api/me/pin',
    {
      config: { right: 'set-pin' },
      schema: {
        operationId: 'setPin',
        summary: 'Set one’s own PIN',
        tags,
        body: setPinSchema,
        response: { 204: z.undefined(), 409: problemSchema, 422: problemSchema },
      },
    },
    async (request, reply) => {
      const { staffId } = signedIn(request);
      const { password, pin } = request.body;
      if (isEasyPin(pin))
        throw new Malformed([{ path: 'pin', message: 'This PIN is too easy to guess; please take another one' }]);
      if (!(await accounts.verify(staffId, password)))
        throw new ProblemError('wrong-password', { rule: 'DEV3', detail: 'The password is wrong. The PIN was not set.' });
      await pins.set(staffId, pin);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/unlock',
    {
      config: { right: 'unlock' },
      schema: {
        operationId: 'unlock',
        summary: 'Unlock this tablet with a PIN',
        description:
          'A new sign-in for whoever signed in on this tablet with the password within 12 h; it ends with those 12 h. Five wrong tries, then the password.',
        tags,
        security: [],
        body: unlockSchema,
        response: { 200: signedInSchema, 403: problemSchema, 422: problemSchema, 429: problemSchema },
      },
    },
    async (request, reply) => {
      const device = tabletOf(request);
      const result = rightOr(await pins.check(device, request.body.staffId, request.body.pin));
      const before = await signIns.authenticate({ host: request.headers.host, cookie: request.headers.cookie });
      if (before !== undefined) await signIns.end(before.tokenHash);
      const { token, principal } = await signIns.begin(result.staff, { device, until: result.until });
      setSignInCookie(request, reply, token);
      return reply.send(answerFor(principal));
    },
  );

  app.post(
    '/api/lock',
    {
      config: { right: 'lock' },
      schema: {
        operationId: 'lock',
        summary: 'Lock this tablet',
        description: 'Ends the sign-in; the person may come back with the PIN.',
        tags,
        response: { 204: z.undefined(), 403: problemSchema },
      },
    },
    async (request, reply) => {
      tabletOf(request);
      await signIns.end(signedIn(request).tokenHash);
      clearSignInCookie(reply);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/confirm',
    {
      config: { right: 'confirm-with-pin' },
      schema: {
        operationId: 'confirmWithPin',
        summary: 'Type the PIN once more',
        description: 'Answers a confirmation for one command within 60 s, sent with it in the header `chairside-confirm`.',
        tags,
        body: confirmSchema,
        response: { 200: confirmationSchema, 403: problemSchema, 422: problemSchema, 429: problemSchema },
      },
    },
    async (request) => {
      const { staffId, tokenHash } = signedIn(request);
      const result = await pins.check(tabletOf(request), staffId, request.body.pin);
      // After the last try the password is asked for, here too.
      if (result.kind === 'refused' && result.spent) await signIns.end(tokenHash);
      rightOr(result);
      return confirmations.give(tokenHash);
    },
  );

  app.post(
    '/api/emergency',
    {
      config: { right: 'raise-emergency' },
      schema: {
        operationId: 'callFromLockScreen',
        summary: 'Call the physician from the lock screen',
        description: 'Needs nobody to be signed in, only the tablet. In the record it is the tablet that called.',
        tags,
        security: [],
        body: emergencySchema,
        response: { ...COMMAND_ANSWERS, 429: problemSchema },
      },
    },
    async (request, reply) => {
      const { id } = tabletOf(request);
      if (emergencies.waitMs(id) > 0)
        throw new ProblemError('too-many-requests', {
          rule: 'DEV8',
          detail: 'Many calls came from here. Please go to the chair.',
        });
      emergencies.wrong(id);
      const { sessionId, id: commandId }: { sessionId: Id; id: Id } = request.body;
      return sendOutcome(reply, await gate.emergency(sessionId, commandId, id), sessionId);
    },
  );
};

function tabletOf({ device }: FastifyRequest): Device {
  if (device === undefined) throw new ProblemError('device-not-enrolled', { rule: 'DEV1' });
  return device;
}

/** The right PIN, or the same refusal for every reason there is. */
function rightOr(result: PinResult): Extract<PinResult, { kind: 'right' }> {
  if (result.kind === 'too-many') throw new ProblemError('too-many-requests', { rule: 'DEV5' });
  if (result.kind === 'refused') throw new ProblemError('pin-refused', { rule: 'DEV5', detail: 'The PIN was not accepted.' });
  return result;
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WriteOutcome } from '../../db/store.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { type SetUp, setUpSchema, signedInSchema } from '../../shared/wire/up.ts';
import { decideNewClinic } from '../commands/new-clinic.ts';
import { newId } from '../new-id.ts';
import { codeOf, ProblemError } from '../problem.ts';
import { answerFor, refuseCommon, setSignInCookie } from './account.ts';

/** A new clinic in one step: its first administrator is signed in at the end. Gone for good once there is any staff. */
export const setUpRoutes: FastifyPluginAsyncZod = async (app) => {
  const { accounts, clock, config, gate, model, signIns, store } = app.services;
  const isNeeded = () => model.clinic.staff.size === 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function setUp(body: SetUp): Promise<{ readonly staffId: string; readonly outcome: WriteOutcome }> {
    if (!isNeeded()) throw new ProblemError('already-set-up', { rule: 'API12', detail: 'The clinic has been set up already.' });
    const { username, password } = body.administrator;
    const { password: _, ...administrator } = body.administrator;
    // The password first: an administrator in the log without one could never sign in, and nobody could set up again.
    const staffId = (await store.secrets.credentialOf(username))?.staffId ?? newId(clock.now());
    await accounts.setPassword({ id: staffId, username }, password);
    const wanted = { ...body, administrator: { ...administrator, id: staffId } };
    const sender = { actor: { id: staffId, role: 'administrator' } } as const;
    const outcome = await gate.setUp(newId(clock.now()), wanted, sender, (clinic, now) =>
      decideNewClinic(clinic, wanted, { now, demo: config.demo, newId: () => newId(now) }),
    );
    return { staffId, outcome };
  }

  app.get(
    '/api/set-up',
    {
      config: { right: 'set-up' },
      schema: {
        operationId: 'getSetUp',
        summary: 'Whether the clinic has to be set up',
        tags: ['set-up'],
        security: [],
        response: { 200: z.object({ needed: z.boolean() }) },
      },
    },
    async () => ({ needed: isNeeded() }),
  );

  app.post(
    '/api/set-up',
    {
      config: { right: 'set-up' },
      schema: {
        operationId: 'setUpClinic',
        summary: 'Set the clinic up',
        description: 'Clinic, first administrator, chairs, bays; the default protocols come along.',
        tags: ['set-up'],
        security: [],
        body: setUpSchema,
        response: { 201: signedInSchema, 409: problemSchema, 422: problemSchema, 503: problemSchema },
      },
    },
    async (request, reply) => {
      refuseCommon(request.body.administrator.password, request.body.administrator.username, 'administrator.password');
      // One after the other: of two at once the second must find the first one's staff.
      const attempt = turn.then(() => setUp(request.body));
      turn = attempt.catch(() => undefined);
      const { staffId, outcome } = await attempt;
      if (outcome.kind === 'refused') throw new ProblemError(codeOf(outcome.refusal), outcome.refusal);
      if (outcome.kind === 'unknown') throw new ProblemError('outcome-unknown', { rule: 'LOG35' });
      const staff = model.clinic.staff.get(staffId);
      if (staff === undefined) throw new Error('The first administrator is missing');
      const { token, principal } = await signIns.begin(staff);
      setSignInCookie(request, reply, token);
      return reply.code(201).send(answerFor(principal));
    },
  );
};

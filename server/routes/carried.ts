import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { wantsConfirmation } from '../../shared/access/confirmed-commands.ts';
import { type CarriedEntry, carriedEntrySchema, sealedEntrySchema } from '../../shared/wire/carried.ts';
import { openSealed } from '../access/open-sealed.ts';
import { ProblemError } from '../problem.ts';
import { ANY_COMMAND_ANSWERS, sendOutcome } from './answers.ts';

/**
 * A shared tablet changes hands while entries wait: whoever has it next hands them over as they were sealed, and they are
 * stored as their author's. That it opens with the author's key shows who tapped it.
 */
export const carriedRoutes: FastifyPluginAsyncZod = async (app) => {
  const { gate, model, store } = app.services;

  async function opened(entry: CarriedEntry) {
    const key = await store.secrets.offlineKeyOf(entry.authorId, randomBytes(32).toString('base64'));
    const read = sealedEntrySchema.safeParse(await openSealed(key, entry));
    // The id is sealed too: the same tap under another id would be a second entry.
    if (!read.success || read.data.command.id !== entry.id) throw waits('It does not open with the key of its author.');
    return read.data;
  }

  app.post(
    '/api/carried-entries',
    {
      config: { right: 'send-commands' },
      schema: {
        operationId: 'handOverEntry',
        summary: 'Hand over an entry that waited for somebody else',
        description:
          'On an enrolled tablet. Stored with its author and this tablet, whoever is signed in. What wants a PIN or a password, and what changes another entry, waits for its author.',
        tags: ['commands'],
        body: carriedEntrySchema,
        response: ANY_COMMAND_ANSWERS,
      },
    },
    async (request, reply) => {
      if (request.device === undefined) throw new ProblemError('device-not-enrolled', { rule: 'OUT19' });
      const author = model.clinic.staff.get(request.body.authorId);
      if (author === undefined || !author.active) throw waits('Its author may not sign in any more.');
      const { sessionId, command } = await opened(request.body);
      const sender = { actor: { id: author.id, role: author.role }, deviceId: request.device.id };
      if (command.type === 'record-outcome') return sendOutcome(reply, await gate.clinic(command, sender));
      const namesAnother = command.type === 'correct-entry' || command.type === 'strike-entry';
      if (wantsConfirmation(command.type) || command.type === 'sign-record' || namesAnother)
        throw waits('This kind of entry is confirmed by its author.');
      return sendOutcome(reply, await gate.session(sessionId, command, sender), sessionId);
    },
  );
};

function waits(detail: string): ProblemError {
  return new ProblemError('waits-for-author', { rule: 'OUT19', detail });
}

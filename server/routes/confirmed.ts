import type { FastifyRequest } from 'fastify';
import { wantsConfirmation } from '../../shared/access/confirmed-commands.ts';
import type { SessionCommand } from '../../shared/session/commands.ts';
import type { Confirmations } from '../access/confirmations.ts';
import { signedIn } from '../plugins/rights.ts';
import { ProblemError } from '../problem.ts';

/** DEV7: on a tablet that a PIN has opened, a dose, an override and a discharge want the PIN once more. */
export function refuseUnconfirmed(confirmations: Confirmations, request: FastifyRequest, { id, type }: SessionCommand): void {
  const { openedBy, tokenHash } = signedIn(request);
  if (openedBy !== 'pin' || !wantsConfirmation(type)) return;
  if (confirmations.covers(request.headers['chairside-confirm'], tokenHash, id)) return;
  throw new ProblemError('confirmation-needed', {
    rule: 'DEV7',
    detail: 'Please enter your PIN again. Nothing was stored yet.',
  });
}

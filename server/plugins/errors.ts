import fp from 'fastify-plugin';
import { CursorInvalid, StoreUnavailable } from '../../db/store.ts';
import type { ProblemCode } from '../../shared/log/problems.ts';
import { ProblemError, problemOf, sendProblem } from '../problem.ts';
import { Malformed } from './validation.ts';

/** Fastify's own complaints, by code. Those not named here are faults of ours. */
const KNOWN: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_BAD_URL: 'not-found',
};

/** Every error becomes a problem document with a stable code; what is not expected is logged without its message. */
export const errors = fp(
  async (app) => {
    app.setErrorHandler((error, request, reply) => {
      if (error instanceof ProblemError) return sendProblem(reply, problemOf(error.code, error.details));
      if (error instanceof Malformed)
        return sendProblem(reply, problemOf('malformed', { rule: 'API4', detail: sentence(error), errors: error.errors }));
      if (error instanceof CursorInvalid) {
        const errors = [{ path: 'cursor', message: 'This page is not of this list' }];
        return sendProblem(reply, problemOf('malformed', { rule: 'API4', errors }));
      }
      if (error instanceof StoreUnavailable) {
        request.log.error({ err: error }, 'nothing can be stored');
        return sendProblem(
          reply.header('retry-after', '5'),
          problemOf('not-recording', { detail: 'The entry was not stored. Please keep it and try again.' }),
        );
      }
      const known = KNOWN[codeOfError(error)];
      if (known !== undefined) return sendProblem(reply, problemOf(known));
      if (isBadJson(error))
        return sendProblem(reply, problemOf('malformed', { rule: 'API4', errors: [{ path: '', message: 'This is not JSON' }] }));
      request.log.error({ err: error }, 'unexpected');
      return sendProblem(reply, problemOf('internal-error'));
    });
  },
  { name: 'errors' },
);

function sentence({ errors: [first] }: Malformed): string {
  return first === undefined ? 'Please check the entry.' : `${first.message}.`;
}

function codeOfError(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The parser's own errors, and those that guard against `__proto__`. */
function isBadJson(error: unknown): boolean {
  if (['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY'].includes(codeOfError(error))) return true;
  return error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400;
}

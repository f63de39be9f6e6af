import type { FastifyReply } from 'fastify';
import { PROBLEMS, type ProblemCode } from '../shared/log/problems.ts';
import type { Refusal } from '../shared/log/refusal.ts';
import type { Problem } from '../shared/wire/problem.ts';

/** What a problem may say besides its code. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly rule?: string;
  readonly sessionId?: string;
  readonly errors?: Problem['errors'];
}

/** Thrown by a handler to answer with a problem document. Not logged as a fault: it is an answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The problem document of a code (RFC 9457). */
export function problemOf(code: ProblemCode, { detail, rule, sessionId, errors }: ProblemDetails = {}): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    type: `/api/docs#${code}`,
    title,
    status,
    code,
    ...(rule === undefined ? {} : { rule }),
    detail: detail ?? `${title}.`,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The code of a refusal: each that can occur stands in problems.ts. */
export function codeOf({ code }: Refusal): ProblemCode {
  if (!(code in PROBLEMS)) throw new Error(`No such problem code: ${code}`);
  return code as ProblemCode;
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.request.problemCode = problem.code;
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

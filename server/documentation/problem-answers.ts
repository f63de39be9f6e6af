import type { RouteOptions } from 'fastify';
import { mayDo } from '../../shared/access/rights.ts';
import { PROBLEMS } from '../../shared/log/problems.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { problemOf } from '../problem.ts';

/** What each status of a refusal means here, and its name among the shared answers of the document. */
const REFUSALS: Readonly<Record<number, { readonly name: string; readonly means: string }>> = {
  400: { name: 'Unreadable', means: 'The request cannot be read as HTTP' },
  401: { name: 'NotSignedIn', means: 'Nobody is signed in' },
  403: { name: 'NotAllowed', means: 'Not from here, or not by this role' },
  404: { name: 'NotFound', means: 'There is no such thing' },
  409: { name: 'Refused', means: 'Refused by a rule; nothing was stored' },
  413: { name: 'TooLarge', means: 'More than 64 KiB' },
  415: { name: 'NotJson', means: 'Only JSON is taken' },
  422: { name: 'Malformed', means: 'Something is missing or not valid; `errors` says where' },
  429: { name: 'TooManyTries', means: 'Too many tries; `Retry-After` says how long to wait' },
  503: { name: 'NotRecording', means: 'Nothing was stored, or nobody knows: send it again under the same id' },
};

type Route = Pick<RouteOptions, 'method' | 'config' | 'schema'>;

/** The refusals that follow from what a route takes and whom it lets in; what its own rules refuse stands at the route. */
export function refusalsOf({ method, config, schema }: Route): Record<number, unknown> {
  const isChange = method !== 'GET' && method !== 'HEAD';
  const isForAll = config?.right !== undefined && mayDo(undefined, config.right);
  const statuses = [
    ...(isForAll ? [] : [401]),
    ...(isForAll && !isChange ? [] : [403]),
    ...(schema?.body === undefined ? [] : [413, 415]),
    ...(schema?.body === undefined && schema?.querystring === undefined ? [] : [422]),
    ...(isChange ? [503] : []),
  ];
  const own = Object.keys(Object(schema?.response)).map(Number);
  // A probe takes nothing that could be wrong but the request itself.
  const all = [...statuses, ...own].some((status) => status >= 400 && status < 500) ? statuses : [...statuses, 400];
  return Object.fromEntries(all.map((status) => [status, problemSchema]));
}

interface Answers {
  responses?: Record<string, unknown>;
}

/** Each refusal is described once, with the codes that it can have, and referred to by every operation. */
export function shareRefusals(operations: readonly Answers[]): Record<string, unknown> {
  const used = new Set<number>();
  for (const { responses = {} } of operations)
    for (const status of Object.keys(responses).map(Number)) {
      const refusal = REFUSALS[status];
      if (refusal === undefined) continue;
      responses[status] = { $ref: `#/components/responses/${refusal.name}` };
      used.add(status);
    }
  return Object.fromEntries([...used].sort().map((status) => [REFUSALS[status]?.name, answerOf(status)]));
}

function answerOf(status: number): unknown {
  const { means = '' } = REFUSALS[status] ?? {};
  const codes = Object.entries(PROBLEMS).flatMap(([code, problem]) =>
    problem.status === status ? [code as keyof typeof PROBLEMS] : [],
  );
  const [first = 'internal-error'] = codes;
  return {
    description: `${means}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: problemOf(first) } },
  };
}

const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } };

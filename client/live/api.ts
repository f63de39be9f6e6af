import type { Problem } from '../../shared/wire/problem.ts';
import { askForPin } from './confirmation.ts';
import { problemOf } from './frames.ts';

/**
 * What a request came to. A refusal is a value. `retry` says whether sending the same again can help: the network was
 * down or the server could not store now; a refused entry stays refused.
 */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problem: Problem;
      readonly retry: boolean;
      readonly retryAfterMs?: number;
    };

/** No answer at all: the code of a problem that no server gave. */
const NO_ANSWER = 'no-answer';
const TIMEOUT_MS = 10_000;
type Headers = Readonly<Record<string, string>>;

export const get = <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> => request<T>('GET', path, undefined, signal);
export const post = <T>(path: string, body: unknown, signal?: AbortSignal, headers: Headers = {}): Promise<Answer<T>> =>
  request<T>('POST', path, body, signal, headers);

/**
 * Sends JSON, reads JSON. Never throws for what the network or the server does; an abort by the caller is `no-answer` too.
 * Where the server wants the PIN once more the person is asked, and the same goes again with it.
 */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers: Headers = {},
): Promise<Answer<T>> {
  const answer = await send<T>(method, path, body, signal, headers);
  if (answer.ok || answer.problem.code !== 'confirmation-needed') return answer;
  const confirmation = await askForPin(body);
  if (confirmation === undefined) return answer;
  // Given up as hanging while the person typed, nothing was on its way: the PIN they typed is used, not asked for again.
  const still = signal?.aborted === true ? undefined : signal;
  return send(method, path, body, still, { ...headers, 'chairside-confirm': confirmation });
}

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
  headers: Headers,
): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...headers, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    // Our own server's answers: their shape is what shared/ says, and a test of the wire holds both sides to it.
    if (response.ok) return { ok: true, status: response.status, value: json as T };
    return refused(response, json);
  } catch {
    return { ok: false, status: 0, retry: true, problem: noAnswer() };
  }
}

function refused(response: Response, json: unknown): Answer<never> {
  const { status } = response;
  const parsed = problemOf(json);
  const problem = parsed ?? { ...noAnswer(), status };
  const retry = status >= 500 || status === 429 || parsed === undefined;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { ok: false, status, problem, retry, ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {}) };
}

function noAnswer(): Problem {
  return {
    type: 'about:blank',
    title: 'No answer from the server',
    status: 0,
    code: NO_ANSWER,
    detail: 'The server did not answer. Check the network; nothing you typed is lost.',
  };
}

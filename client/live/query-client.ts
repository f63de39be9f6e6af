import { QueryClient } from '@tanstack/react-query';
import type { Problem } from '../../shared/wire/problem.ts';
import { type Answer, get } from './api.ts';
import { meStore } from './live.ts';

/** A question that was not answered with what was asked for. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly problem: Problem;
  readonly retry: boolean;

  constructor({ problem, retry }: Extract<Answer<unknown>, { ok: false }>) {
    super(problem.code);
    this.problem = problem;
    this.retry = retry;
  }
}

const TRIES = 3;

/** What was asked for on screens that are not live (history, settings). Kept in memory only, and only for whoever is signed in. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 120_000,
      refetchOnWindowFocus: false,
      retry: (failed, error) => error instanceof Unanswered && error.retry && failed < TRIES,
    },
  },
});

meStore.subscribe(({ me }, before) => {
  if (me?.id !== before.me?.id) queryClient.clear();
});

/** Asks, and throws `Unanswered` with the server's problem when the answer is another one. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await get<T>(path, signal);
  if (answer.ok) return answer.value;
  throw new Unanswered(answer);
}

/** What a query's error says to a person. */
export function problemOf(error: Error | null): Problem | undefined {
  return error instanceof Unanswered ? error.problem : undefined;
}

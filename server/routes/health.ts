import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { PROBLEMS, type ProblemCode } from '../../shared/log/problems.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { ProblemError } from '../problem.ts';

const healthySchema = z.object({ status: z.literal('ok'), head: z.int() });
const readySchema = z.object({ status: z.literal('ready'), epoch: z.string(), head: z.int() });

/** A probe is a sync to disk: whoever asks more often gets the last answer. */
const PROBE_EVERY_MS = 1_000;
/** A disk that is nearly full takes a probe and not an entry: for so long after an entry was refused nothing is well. */
const REFUSED_MS = 10_000;

/** Whether entries are being stored, as those who write find it. */
export class Recording {
  #refusedAt = Number.NEGATIVE_INFINITY;

  stored(): void {
    this.#refusedAt = Number.NEGATIVE_INFINITY;
  }

  refused(): void {
    this.#refusedAt = performance.now();
  }

  get isRefused(): boolean {
    return performance.now() - this.#refusedAt < REFUSED_MS;
  }
}

export interface HealthOptions {
  readonly store: Pick<Store, 'probe' | 'head' | 'epoch'>;
  readonly recording: Recording;
  /** Why the clinic cannot be served, a sentence each; empty when it can. */
  readonly missing: () => readonly string[];
}

/**
 * `GET /healthz`: a row is really written and read back; 503 `not-recording` when the disk refuses, or has just refused an entry.
 * `GET /readyz`: 200 once the log is migrated, the visits are loaded and the watch runs; 503 `not-serving` otherwise.
 */
export const healthRoutes = fp(
  async (app: FastifyInstance, { store, recording, missing }: HealthOptions) => {
    const probe = probeOf(store, (error) => app.log.error({ err: error }, 'nothing can be stored'));
    const options = (operationId: string, summary: string, answer: z.ZodType, unwell: ProblemCode) => ({
      config: { right: 'see-health' as const },
      schema: {
        operationId,
        summary,
        description: `Otherwise ${PROBLEMS[unwell].status} \`${unwell}\`.`,
        tags: ['operation'],
        security: [],
        response: { 200: answer, [PROBLEMS[unwell].status]: problemSchema },
      },
    });
    app.get(
      '/healthz',
      options('getHealth', 'Whether a row can be written and read back', healthySchema, 'not-recording'),
      async (_request, reply) => {
        if (recording.isRefused || !(await probe())) throw new ProblemError('not-recording', { rule: 'OPS50' });
        return reply.header('cache-control', 'no-store').send({ status: 'ok', head: store.head() });
      },
    );
    app.get(
      '/readyz',
      options('getReadiness', 'Whether the clinic can be served', readySchema, 'not-serving'),
      async (_request, reply) => {
        const reasons = missing();
        if (reasons.length > 0) throw new ProblemError('not-serving', { rule: 'OPS50', detail: reasons.join(' ') });
        return reply.header('cache-control', 'no-store').send({ status: 'ready', epoch: store.epoch, head: store.head() });
      },
    );
  },
  { name: 'health' },
);

function probeOf(store: Pick<Store, 'probe'>, onError: (error: unknown) => void): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let isWell = Promise.resolve(false);
  return () => {
    const now = performance.now();
    if (now - askedAt < PROBE_EVERY_MS) return isWell;
    askedAt = now;
    isWell = store.probe().then(
      () => true,
      (error: unknown) => {
        onError(error);
        return false;
      },
    );
    return isWell;
  };
}

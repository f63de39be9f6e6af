import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { QuestionRight } from '../../shared/access/rights.ts';
import { protocolSchema } from '../../shared/clinic/protocol.ts';
import { baySchema, chairSchema, outcomeSchema, planSchema, staffSchema } from '../../shared/clinic/records.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { ProblemError } from '../problem.ts';
import { described } from './answers.ts';

interface Kind {
  /** Name in the address and in the answer, and of one of them in the documentation. */
  readonly name: 'chairs' | 'bays' | 'staff' | 'protocols' | 'plans' | 'outcomes';
  readonly one: string;
  readonly right: QuestionRight;
  readonly schema: z.ZodType;
  /** All of them, retired ones and earlier versions too, in order. */
  readonly all: (clinic: ClinicState) => readonly { readonly id: string; readonly patientId?: string }[];
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }) => a.order - b.order;

const KINDS: readonly Kind[] = [
  {
    name: 'chairs',
    one: 'Chair',
    right: 'see-chairs',
    schema: chairSchema,
    all: ({ chairs }) => [...chairs.values()].sort(byOrder),
  },
  { name: 'bays', one: 'Bay', right: 'see-bays', schema: baySchema, all: ({ bays }) => [...bays.values()].sort(byOrder) },
  { name: 'staff', one: 'StaffMember', right: 'see-staff', schema: staffSchema, all: ({ staff }) => [...staff.values()] },
  {
    name: 'protocols',
    one: 'Protocol',
    right: 'see-protocols',
    schema: protocolSchema,
    all: ({ protocols }) => [...protocols.values()].flat(),
  },
  { name: 'plans', one: 'Plan', right: 'see-plans', schema: planSchema, all: ({ plans }) => [...plans.values()] },
  {
    name: 'outcomes',
    one: 'Outcome',
    right: 'see-outcomes',
    schema: outcomeSchema,
    all: ({ outcomes }) => [...outcomes.values()],
  },
];

/** Lists and records of what changes rarely. Changed by commands of their own (`POST /api/clinic/commands`). */
export const referenceRoutes: FastifyPluginAsyncZod = async (app) => {
  const { model } = app.services;
  for (const { name, one, right, schema, all } of KINDS) {
    const ofPatient = name === 'plans' || name === 'outcomes';
    app.get(
      `/api/${name}`,
      {
        config: { right },
        schema: {
          operationId: `list${name.replace(/^./, (letter) => letter.toUpperCase())}`,
          summary: `All ${name}`,
          tags: ['questions'],
          querystring: z.strictObject(ofPatient ? { patient: z.string().max(100).optional() } : {}),
          response: described({ 200: z.object({ [name]: z.array(schema) }), 422: problemSchema }),
        },
      },
      async (request) => {
        const { patient } = request.query as { readonly patient?: string };
        const records = all(model.clinic);
        return { [name]: patient === undefined ? records : records.filter(({ patientId }) => patientId === patient) };
      },
    );
    app.get(
      `/api/${name}/:id`,
      {
        config: { right },
        schema: {
          operationId: `get${one}`,
          summary: `One of the ${name}${name === 'protocols' ? ': all its versions' : ''}`,
          tags: ['questions'],
          params: z.object({ id: z.string() }),
          response: described({
            200: name === 'protocols' ? z.object({ versions: z.array(schema) }) : schema,
            404: problemSchema,
          }),
        },
      },
      async (request, reply) => {
        const found = all(model.clinic).filter(({ id }) => id === request.params.id);
        const [record] = found;
        if (record === undefined) throw new ProblemError('not-found');
        return reply.send(name === 'protocols' ? { versions: found } : record);
      },
    );
  }
};

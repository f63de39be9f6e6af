import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDays, startOfDay } from '../../shared/clinic/calendar-day.ts';
import { daySchema, instantSchema } from '../../shared/unit-schemas.ts';
import { toInstant } from '../../shared/units.ts';
import {
  type HistoryQuery,
  historyFilterSchema,
  historyOrderSchema,
  historyPageSchema,
  historySummarySchema,
} from '../../shared/wire/history.ts';
import { csvAnswer, described } from './answers.ts';
import { historyCsv } from './history-csv.ts';

/** An instant, or a calendar day of the clinic. */
const moment = z.union([instantSchema, daySchema], 'A day (2026-11-24) or an instant is needed');

const filterSchema = historyFilterSchema.extend({
  from: moment.optional(),
  to: moment.optional().describe('Exclusive as an instant; a day is included whole'),
});
const exportSchema = filterSchema.extend({ sort: historyOrderSchema.optional() });
const querySchema = exportSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().max(500).optional(),
});

/** Past and present visits as rows, tiles and a file. Answered off the main thread: no search delays a vital sign. */
export const historyRoutes: FastifyPluginAsyncZod = async (app) => {
  const { store, model } = app.services;
  const tags = ['history'];

  app.get(
    '/api/history',
    {
      config: { right: 'see-history' },
      schema: {
        operationId: 'getHistory',
        summary: 'Visits, filtered, sorted, in pages',
        tags,
        querystring: querySchema,
        response: described({
          200: historyPageSchema,
        }),
      },
    },
    async (request, reply) => reply.send({ ...(await store.history.page(toQuery(request.query, model.timeZone))) }),
  );

  app.get(
    '/api/history/summary',
    {
      config: { right: 'see-history' },
      schema: {
        operationId: 'getHistorySummary',
        summary: 'Tiles and series of the same visits',
        tags,
        querystring: filterSchema,
        response: described({ 200: historySummarySchema }),
      },
    },
    async (request, reply) => reply.send({ ...(await store.history.summary(toQuery(request.query, model.timeZone))) }),
  );

  app.get(
    '/api/history/export.csv',
    {
      config: { right: 'export-records' },
      schema: {
        operationId: 'exportHistory',
        summary: 'The same rows as CSV, all of them',
        tags: ['exports'],
        querystring: exportSchema,
        response: described({ 200: csvAnswer('One line a visit, the same columns as on the screen') }),
      },
    },
    async (request, reply) => {
      const query = toQuery(request.query, model.timeZone);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="sessions.csv"')
        .send(Readable.from(historyCsv(store.history, query)));
    },
  );
};

type Query = z.infer<typeof querySchema>;

/** Calendar days are days of the clinic: from the first moment of the one to the last moment of the other. */
function toQuery({ from, to, ...rest }: Query, timeZone: string): HistoryQuery {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...given,
    ...(from === undefined ? {} : { from: from.length > 10 ? from : toInstant(startOfDay(from, timeZone)) }),
    ...(to === undefined ? {} : { to: to.length > 10 ? to : toInstant(startOfDay(addDays(to, 1), timeZone)) }),
  };
}

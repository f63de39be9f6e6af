import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { folded, searchWords } from '../../shared/clinic/folded.ts';
import { knownPatientSchema, type Patient } from '../../shared/clinic/records.ts';
import { problemSchema } from '../../shared/wire/problem.ts';
import { ProblemError } from '../problem.ts';

const querySchema = z.strictObject({
  q: z.string().max(200).optional().describe('Words in the name, the record number or the date of birth'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The clinic's patients, by family name. */
export const patientRoutes: FastifyPluginAsyncZod = async (app) => {
  const { model } = app.services;

  app.get(
    '/api/patients',
    {
      config: { right: 'see-patients' },
      schema: {
        operationId: 'listPatients',
        summary: 'Patients by name',
        tags: ['questions'],
        querystring: querySchema,
        response: { 200: z.object({ patients: z.array(knownPatientSchema), total: z.int() }), 422: problemSchema },
      },
    },
    async (request) => {
      const { q = '', limit } = request.query;
      const words = searchWords(q);
      const found = [...model.clinic.patients.values()].filter((patient) => {
        const text = folded(`${patient.givenName} ${patient.familyName} ${patient.mrn} ${patient.dateOfBirth}`);
        return words.every((word) => text.includes(word));
      });
      return { patients: found.sort(byName).slice(0, limit), total: found.length };
    },
  );

  app.get(
    '/api/patients/:id',
    {
      config: { right: 'see-patients' },
      schema: {
        operationId: 'getPatient',
        summary: 'A patient',
        tags: ['questions'],
        params: z.object({ id: z.string() }),
        response: { 200: knownPatientSchema, 404: problemSchema },
      },
    },
    async (request) => {
      const patient = model.clinic.patients.get(request.params.id);
      if (patient === undefined) throw new ProblemError('not-found', { detail: 'There is no such patient.' });
      return patient;
    },
  );
};

const names = new Intl.Collator('en', { sensitivity: 'base' });

function byName(a: Patient, b: Patient): number {
  return names.compare(a.familyName, b.familyName) || names.compare(a.givenName, b.givenName) || (a.id < b.id ? -1 : 1);
}

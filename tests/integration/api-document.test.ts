import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { sessionEventSchema } from '../../shared/session/event-schemas.ts';
import { boardSchema, timelineSchema } from '../../shared/wire/board.ts';
import { historyPageSchema, historySummarySchema } from '../../shared/wire/history.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { playToDischarged } from '../support/play-visit.ts';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Record<string, object> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

async function documentText(): Promise<string> {
  await using server = await startTestServer();
  return (await server.anonymous().get('/api/openapi.json')).text;
}

it('[API25] an outsider’s linter finds nothing in the document', async () => {
  const source = await documentText();
  // Everything that its strict set asks for, and what it leaves to taste where we mean it too.
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'operation-tag-defined': 'error',
      'operation-singular-tag': 'error',
      'operation-4xx-problem-details-rfc7807': 'error',
      'component-name-unique': 'error',
      'no-schema-type-mismatch': 'error',
    },
  });
  const found = await lintFromString({ source, config });
  expect(found.map(({ ruleId, message, location: [at] }) => `${ruleId} ${at?.pointer}: ${message}`)).toEqual([]);
});

it('[API25] every operation has an id, and no answer is left without a shape', async () => {
  const { paths, components } = JSON.parse(await documentText()) as Document;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(40);
  const shapeless = operations.filter(({ responses }) =>
    Object.entries(responses).some(
      ([status, { content, $ref }]) => status !== '204' && $ref === undefined && content === undefined,
    ),
  );
  expect(shapeless.map(({ operationId }) => operationId)).toEqual([]);
  const emptySchemas = Object.entries(components.schemas).filter(([, schema]) => Object.keys(schema).length === 0);
  expect(emptySchemas.map(([name]) => name)).toEqual([]);
  expect(Object.keys(components.schemas).length).toBeGreaterThan(60);
});

it('[API28] what is answered is what the document says, field by field', async () => {
  await using server = await startTestServer();
  const visit = await playToDischarged(server);
  await visit.say('sign-record', { meaning: 'charted', password: PASSWORD });
  const nurse = await visit.client('nurse');
  const answers = [
    ['/api/board', boardSchema],
    [`/api/sessions/${visit.sessionId}/timeline`, timelineSchema],
    ['/api/history', historyPageSchema],
    ['/api/history/summary', historySummarySchema],
  ] as const;
  for (const [path, schema] of answers) {
    const { body } = await nurse.get(path);
    // What a schema does not know falls out of what it has read.
    expect(schema.parse(body), path).toEqual(body);
  }
});

it('[API28] every kind of event has a shape of its own in the document', async () => {
  const { components } = JSON.parse(await documentText()) as Document;
  const unionOf = (name: string) => (components.schemas[name] as { oneOf: { $ref: string }[] }).oneOf.map(({ $ref }) => $ref);
  expect(unionOf('SessionEvent')).toHaveLength(sessionEventSchema.options.length);
  expect(unionOf('SessionEvent')).toContain('#/components/schemas/VitalsRecorded');
  expect(unionOf('ClinicEvent')).toContain('#/components/schemas/PatientPut');
  expect(JSON.stringify(components.schemas.VitalsRecorded)).toContain('"systolic":{"type":"integer"');
});

it('[API26] what cannot be read as HTTP is refused with a problem document', async () => {
  await using server = await startTestServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end('NURSE /api/board\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400, code: 'unreadable' });
});

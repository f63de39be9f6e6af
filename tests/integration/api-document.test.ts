import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import { startTestServer } from '../support/builders.ts';

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

it('[API26] what cannot be read as HTTP is refused with a problem document', async () => {
  await using server = await startTestServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end('NURSE /api/board\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400, code: 'unreadable' });
});

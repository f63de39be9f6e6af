import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PROBLEMS } from '../../shared/log/problems.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { playToCheckedIn } from '../support/play-visit.ts';

it.each([
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
])('[ACC6] a change with %j is refused, whatever cookie comes along', async (headers) => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const head = server.services.store.head();
  const sent: Record<string, unknown> = {
    [`/api/sessions/${visit.sessionId}/commands`]: visit.command('add-note', { text: 'calm' }),
    '/api/sign-in': { username: 'nurse', password: PASSWORD },
    '/api/sign-out': undefined,
  };
  for (const [path, body] of Object.entries(sent)) {
    const answer = await nurse.post<Problem>(path, body, { headers });
    expect([answer.status, answer.body.code]).toEqual([403, 'wrong-origin']);
  }
  expect(server.services.store.head()).toBe(head);
  expect((await nurse.get('/api/me')).status).toBe(200);
});

it('[ACC6] a change from our own page is taken', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
  const path = `/api/sessions/${visit.sessionId}/commands`;
  expect((await nurse.post(path, visit.command('add-note', { text: 'calm' }), { headers })).status).toBe(201);
});

it('[API7] only JSON comes in, 64 KiB at most', async () => {
  await using server = await startTestServer();
  const visit = await playToCheckedIn(server);
  const nurse = await visit.client('nurse');
  const path = `/api/sessions/${visit.sessionId}/commands`;
  const command = visit.command('add-note', { text: 'calm' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await nurse.post<Problem>(path, command, { headers: { 'content-type': type } });
    expect([answer.status, answer.body.code]).toEqual([415, 'not-json']);
  }
  const room = 64 * 1024 - JSON.stringify({ ...command, pad: '' }).length;
  const padded = (length: number) => nurse.post<Problem>(path, { ...command, pad: 'x'.repeat(length) });
  expect((await padded(room)).body.errors).toMatchObject([{ path: 'pad' }]);
  const tooLarge = await padded(room + 1);
  expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'body-too-large']);
});

it('[ACC8] strict headers are on every answer, and no cache keeps one of the API', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  for (const path of [
    '/api/board',
    '/api/me',
    '/api/nothing',
    '/api/sessions/none/timeline',
    '/',
    '/api/docs/',
    '/api/openapi.json',
    '/healthz',
  ]) {
    const { headers } = await nurse.get(path);
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(';').map((rule) => rule.split(/ (.*)/, 2)),
    );
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('x-powered-by')).toBeNull();
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
  }
});

it('[API3] the documentation lists every code, and no change is made by GET', async () => {
  await using server = await startTestServer();
  const { body } = await server
    .anonymous()
    .get<{ info: { description: string }; paths: Record<string, Record<string, { summary?: string }>> }>('/api/openapi.json');
  for (const code of Object.keys(PROBLEMS)) expect(body.info.description).toContain(`| \`${code}\` |`);
  for (const methods of Object.values(body.paths)) for (const { summary } of Object.values(methods)) expect(summary).toBeTruthy();
  expect(Object.keys(body.paths['/api/sessions/{sessionId}/commands'] ?? {})).toEqual(['post']);
});

it('[API16] the client: hashed files for good, the page each time, for each address of a screen', async () => {
  const clientDir = await mkdtemp(join(tmpdir(), 'chairside-client-'));
  onTestFinished(() => rm(clientDir, { recursive: true }));
  await mkdir(join(clientDir, 'assets'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Chairside</title>');
  await writeFile(join(clientDir, 'assets', 'main-abc123.js'), 'export {};');
  await using server = await startTestServer({ clientDir });
  const client = server.anonymous();
  for (const path of ['/', '/history?from=2026-11-01', '/sessions/one', '/index.html']) {
    const answer = await client.get(path);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(answer.text).toContain('<title>Chairside</title>');
  }
  const script = await client.get('/assets/main-abc123.js');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script.headers.get('content-type')).toMatch(/javascript/);
  for (const path of ['/assets/gone.js', '/api/nothing', '/favicon.ico', '/assets/..%2f..%2fpackage.json']) {
    const answer = await client.get<Problem>(path);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  }
  expect((await client.post('/history')).status).toBe(404);
});

it('[API16] without a built client the address says that there is nothing', async () => {
  await using server = await startTestServer();
  expect((await server.anonymous().get<Problem>('/')).body.code).toBe('not-found');
});

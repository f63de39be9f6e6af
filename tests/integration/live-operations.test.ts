import { expect, test, vi } from 'vitest';
import { StoreUnavailable } from '../../db/store.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { startTestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { atDashboard, atFeed } from '../support/screens.ts';
import { PATIENTS, STAFF } from '../support/small-clinic.ts';

test('[OPS50] a server that serves says that it is well and ready', async () => {
  await using server = await startTestServer();
  const anyone = server.anonymous();
  const head = server.services.store.head();
  expect((await anyone.get('/healthz')).body).toEqual({ status: 'ok', head });
  expect((await anyone.get('/readyz')).body).toEqual({ status: 'ready', epoch: server.services.store.epoch, head });
});

test('[OPS50] without the watch the server is not ready', async () => {
  await using server = await startTestServer();
  await server.running.watch.stop();
  const answer = await server.anonymous().get('/readyz');
  expect(answer).toMatchObject({ status: 503, body: { code: 'not-serving', detail: 'The watch over alarms is not running.' } });
});

test('[OPS57] the documentation of health and readiness says what they answer, with the code and the status', async () => {
  await using server = await startTestServer();
  const anyone = server.anonymous();
  type Documented = {
    paths: Record<string, { get: { description: string; responses: Record<string, object>; security: unknown } }>;
  };
  const { paths } = (await anyone.get<Documented>('/api/openapi.json')).body;
  const [health, ready] = [paths['/healthz']?.get, paths['/readyz']?.get];
  for (const documented of [health, ready]) {
    expect(Object.keys(documented?.responses ?? {})).toEqual(expect.arrayContaining(['200', '503']));
    expect(documented?.security).toEqual([]);
  }
  await server.running.watch.stop();
  vi.spyOn(server.services.store, 'probe').mockRejectedValue(new StoreUnavailable('The disk is full'));
  for (const [path, documented] of [
    ['/healthz', health],
    ['/readyz', ready],
  ] as const) {
    const answer = await anyone.get<Problem>(path);
    expect(answer.status).toBe(503);
    expect(documented?.description).toContain(`503 \`${answer.body.code}\``);
  }
});

test('[OPS51] metrics count commands, commits, screens and alarms', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const nurse = await visit.client('nurse');
  const reading = visit.command('record-vitals', someVitals({ spo2: 85 }));
  for (const status of [201, 200]) expect((await nurse.command(visit.sessionId, reading)).status).toBe(status);
  expect((await visit.try('record-vitals', { heartRate: 1_000 })).status).toBe(422);
  expect((await visit.try('end-infusion', { outcome: 'completed' }, { as: 'manager' })).status).toBe(403);
  await server.running.watch.settled();
  await using feed = atFeed(nurse);
  await using dashboard = atDashboard(nurse);
  for (const screen of [feed, dashboard]) await screen.until(() => screen.caughtUpAt !== undefined);

  const { text, headers } = await server.anonymous().get('/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  for (const line of [
    'chairside_commands_total{type="record-vitals",outcome="stored"} 2',
    'chairside_commands_total{type="record-vitals",outcome="repeated"} 1',
    'chairside_commands_total{type="record-vitals",outcome="malformed"} 1',
    'chairside_commands_total{type="end-infusion",outcome="not-allowed"} 1',
    'chairside_commands_total{type="start-infusion",outcome="stored"} 1',
    'chairside_screens{door="feed"} 1',
    'chairside_screens{door="socket-io"} 1',
    'chairside_screens_backlog_bytes 0',
    'chairside_alarms_active{priority="high",acknowledged="false"} 1',
    'chairside_alarms_active{priority="low",acknowledged="false"} 0',
    'chairside_alarms_not_stored_total 0',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/^chairside_write_seconds_count [1-9]/m);
  expect(text).toMatch(/^chairside_commit_events_count [1-9]/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
});

test('[OPS51] metrics name nobody, and take no label from what somebody typed', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const nurse = await visit.client('nurse');
  await nurse.post(`/api/sessions/${visit.sessionId}/commands`, { type: 'Reyes', id: PATIENTS[0].id });
  await nurse.get('/api/Reyes');
  const { text } = await server.anonymous().get('/metrics');
  expect(text).not.toMatch(/Reyes|Maya|Ruiz/);
  for (const id of [visit.sessionId, ...PATIENTS.map((patient) => patient.id), STAFF.nurse.id]) expect(text).not.toContain(id);
});

import { expect, it } from 'vitest';
import { importKey, seal } from '../../client/outbox/seal.ts';
import type { OutcomeCommand } from '../../shared/clinic/commands.ts';
import type { CarriedEntry } from '../../shared/wire/carried.ts';
import type { SentCommand } from '../support/api-client.ts';
import { startTestServer, type TestServer } from '../support/builders.ts';
import { type PlayedVisit, playToInfusing, someVitals } from '../support/play-visit.ts';
import { enrolTablet } from '../support/shared-tablet.ts';
import { STAFF } from '../support/small-clinic.ts';

const NURSE = STAFF.nurse.id;
const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');

/** An entry of a person as their tablet seals it; `as` is whose key it is sealed with. */
async function sealed(
  server: TestServer,
  visit: PlayedVisit,
  command: SentCommand | OutcomeCommand,
  as: 'nurse' | 'nurse2' = 'nurse',
): Promise<CarriedEntry> {
  const { body } = await (await server.as(as)).get<{ key: string }>('/api/offline-key');
  const { iv, bytes } = await seal(await importKey(body.key), { sessionId: visit.sessionId, command }, NURSE);
  return { id: command.id, authorId: NURSE, iv: base64(iv), sealed: base64(new Uint8Array(bytes)) };
}

/** A tablet on which Ana tapped and that Ben has now. */
async function tabletOfBen(server: TestServer) {
  const tablet = await enrolTablet(server);
  await tablet.signIn('nurse');
  await tablet.lock();
  await tablet.signIn('nurse2');
  const carry = (entry: CarriedEntry) => tablet.client.post<{ code?: string }>('/api/carried-entries', entry);
  return { tablet, carry };
}

it('[OUT19] what waited of Ana is stored as hers, from this tablet, while Ben has it; handed over twice it is one', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { tablet, carry } = await tabletOfBen(server);
  const entry = await sealed(server, visit, visit.command('record-vitals', someVitals({ systolic: 141 })));
  expect((await carry(entry)).status).toBe(201);
  expect((await carry(entry)).status).toBe(200);
  const stored = (await (await server.as('nurse2')).timeline(visit.sessionId)).filter(({ commandId }) => commandId === entry.id);
  expect(stored).toMatchObject([{ type: 'vitals-recorded', actor: { id: NURSE, role: 'nurse' }, deviceId: tablet.device.id }]);
});

it('[OUT19] a result of an outcome scale that waited is stored as hers too', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { carry } = await tabletOfBen(server);
  const data = { id: visit.command('add-note', { text: 'x' }).id, patientId: visit.patientId, sessionId: visit.sessionId };
  const { id, at } = visit.command('add-note', { text: 'x' });
  const command = { id, at, type: 'record-outcome', data: { ...data, scale: 'phq9', total: 12, takenAt: at } } as const;
  expect(await carry(await sealed(server, visit, command))).toMatchObject({
    status: 201,
    body: { events: [{ type: 'outcome-recorded', actor: { id: NURSE } }] },
  });
});

it('[OUT19] what Ana did not seal is not stored as hers: another key, another id, another byte', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { carry } = await tabletOfBen(server);
  const command = visit.command('record-vitals', someVitals({ systolic: 141 }));
  const fine = await sealed(server, visit, command);
  const bytes = Buffer.from(fine.sealed, 'base64');
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  const head = server.services.store.head();
  for (const forged of [
    await sealed(server, visit, command, 'nurse2'),
    { ...fine, id: visit.command('record-vitals', someVitals()).id },
    { ...fine, sealed: base64(bytes) },
    { ...fine, authorId: STAFF.physician.id },
  ])
    expect(await carry(forged)).toMatchObject({ status: 403, body: { code: 'waits-for-author', rule: 'OUT19' } });
  expect(server.services.store.head()).toBe(head);
});

it('[OUT19] what wants a PIN or a password, or changes another entry, waits for its author', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { carry } = await tabletOfBen(server);
  const reading = (await (await server.as('nurse')).timeline(visit.sessionId)).find(({ type }) => type === 'vitals-recorded');
  const eventId = reading?.id ?? '';
  const head = server.services.store.head();
  for (const command of [
    visit.command('give-dose', { route: 'im', doseMg: 10 }),
    visit.command('discharge', { override: { reason: 'x' } }),
    visit.command('strike-entry', { eventId, reason: 'x' }),
    visit.command('sign-record', { meaning: 'charted', password: 'x' }),
  ])
    expect(await carry(await sealed(server, visit, command))).toMatchObject({ status: 403, body: { code: 'waits-for-author' } });
  expect(server.services.store.head()).toBe(head);
});

it('[OUT19] only an enrolled tablet hands over, only somebody signed in, and only for somebody who still works here', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const { tablet, carry } = await tabletOfBen(server);
  const entry = await sealed(server, visit, visit.command('record-vitals', someVitals()));
  const elsewhere = await server.as('nurse2');
  expect(await elsewhere.post('/api/carried-entries', entry)).toMatchObject({
    status: 403,
    body: { code: 'device-not-enrolled' },
  });
  const admin = await server.as('admin');
  const staff = server.services.model.clinic.staff.get(NURSE);
  const put = {
    id: visit.command('add-note', { text: 'x' }).id,
    type: 'put-staff',
    at: server.now(),
    data: { ...staff, active: false },
  };
  expect((await admin.post('/api/clinic/commands', put)).status).toBe(201);
  expect(await carry(entry)).toMatchObject({ status: 403, body: { code: 'waits-for-author' } });
  // Devices with a token of their own hand over nothing.
  for (const role of ['display', 'integration'] as const)
    expect((await (await server.withToken(role)).post('/api/carried-entries', entry)).status).toBe(403);
  await tablet.lock();
  expect((await carry(entry)).status).toBe(401);
});

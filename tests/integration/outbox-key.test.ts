import { expect, it } from 'vitest';
import { startTestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { STAFF } from '../support/small-clinic.ts';

it('[OUT11] each person gets a key of 256 bits of their own, the same after a restart', async () => {
  await using server = await startTestServer();
  const keyOf = async (client: Awaited<ReturnType<typeof server.as>>) =>
    (await client.get<{ key: string }>('/api/offline-key')).body.key;
  const nurse = await server.as('nurse');
  const key = await keyOf(nurse);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(await keyOf(nurse)).toBe(key);
  expect(await keyOf(await server.as('nurse2'))).not.toBe(key);
  await using again = await server.restart();
  expect(await keyOf(await again.as('nurse'))).toBe(key);
  expect((await again.anonymous().get('/api/offline-key')).status).toBe(401);
});

it('[OUT9] an entry that names another author than the person signed in is not taken', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const entry = visit.command('record-vitals', someVitals({ systolic: 141 }));
  const send = async (as: 'nurse' | 'nurse2') =>
    (await server.as(as)).post(`/api/sessions/${visit.sessionId}/commands`, entry, {
      headers: { 'chairside-author': STAFF.nurse.id },
    });
  const head = server.services.store.head();
  expect(await send('nurse2')).toMatchObject({ status: 401, body: { code: 'not-signed-in', rule: 'OUT9' } });
  expect(server.services.store.head()).toBe(head);
  expect((await send('nurse')).status).toBe(201);
});

import { expect, it } from 'vitest';
import { newId } from '../../server/new-id.ts';
import { PASSWORD, startTestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';

/** Ids, times and ports hold any digits by chance: a blood pressure is looked for in what is left. */
const withoutOwnNumbers = (log: string) =>
  log
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '')
    .replace(/"(?:ms|time)":(?:"[^"]*"|[\d.]+)/g, '')
    .replace(/127\.0\.0\.1:\d+/g, '');

const NAME = 'Quillonella';
const NOTE = 'dreamt of a lighthouse';

it('[ACC11] a patient goes through the server and leaves no trace in its log lines', async () => {
  await using server = await startTestServer({ config: { logLevel: 'trace' } });
  const nurse = await server.as('nurse');
  const patient = {
    id: newId(server.clock.now()),
    givenName: NAME,
    familyName: 'Vantongeren',
    dateOfBirth: '1961-02-03',
    mrn: '77310042',
    sex: 'female',
    allergies: [{ substance: 'Quinoline', reaction: 'hives' }],
  };
  const put = { id: newId(server.clock.now()), type: 'put-patient', at: server.now(), data: patient };
  expect((await nurse.post('/api/clinic/commands', put)).status).toBe(201);
  const visit = await playToInfusing(server, { patientId: patient.id });
  await visit.say('record-vitals', someVitals({ systolic: 187, temperatureC: 37.7 }));
  await visit.say('add-note', { text: NOTE });

  // Asked for, refused, malformed, unreadable, not there, not signed in, wrong password: each has its own way through the server.
  const commands = `/api/sessions/${visit.sessionId}/commands`;
  const answers = [
    await nurse.get(`/api/patients?q=${NAME}`),
    await nurse.get(`/api/history?q=${NAME}&colour=${NAME}`),
    await nurse.get(`/api/patients/${NAME}`),
    await nurse.get(`/api/${NAME}?name=${NAME}`),
    await nurse.post(commands, visit.command('add-note', { text: NOTE }, { patientId: newId(1) })),
    await nurse.post(commands, { ...visit.command('add-note', { text: NOTE }), [NAME]: NOTE }),
    await nurse.post(commands, `{"name": "${NAME}", ${NOTE}`),
    await nurse.post(commands, `{"__proto__": "${NAME}"}`),
    await nurse.post(commands, NOTE, { headers: { 'content-type': `text/${NAME}` } }),
    await nurse.post(commands, visit.command('record-vitals', someVitals({ systolic: 999 }))),
    await server.anonymous().get(`/api/patients?q=${NAME}`),
    await server.anonymous().signIn(NAME, `${PASSWORD} ${NAME}`),
    await nurse.get(`/api/sessions/${visit.sessionId}/export.csv`),
    await nurse.get('/api/board'),
    await nurse.get('/%E0%A4%A'),
  ];
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);

  const log = withoutOwnNumbers(server.logLines.join(''));
  for (const secret of [NAME, 'Vantongeren', '1961-02-03', '77310042', NOTE, 'lighthouse', '187', '37.7', PASSWORD, 'colour'])
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
  const cookie = nurse.cookie?.split('=')[1] ?? '';
  expect(log).not.toContain(cookie);

  const lines = server.logLines.map((line): Record<string, unknown> => JSON.parse(line));
  const exported = lines.find(({ route }) => route === '/api/sessions/:sessionId/export.csv');
  expect(exported).toMatchObject({
    level: 'info',
    method: 'GET',
    status: 200,
    actor: expect.stringMatching(/^[0-9a-f-]{36}$/),
    role: 'nurse',
    subject: visit.sessionId,
  });
  expect(lines.some(({ code }) => code === 'wrong-patient')).toBe(true);
  expect(lines.some(({ code }) => code === 'sign-in-refused')).toBe(true);
});

it('[ACC11] an error that nobody expected is logged by its place, not by its words', async () => {
  await using server = await startTestServer();
  const nurse = await server.as('nurse');
  Object.defineProperty(server.services.model, 'boardSessions', {
    value: () => {
      throw new Error(`no such patient: ${NAME}`);
    },
  });
  const answer = await nurse.get<{ code: string; detail: string }>('/api/board');
  expect([answer.status, answer.body.code]).toEqual([500, 'internal-error']);
  expect(answer.text).not.toContain(NAME);
  const logged = server.logLines
    .map((line): { err?: { stack: string } } => JSON.parse(line))
    .find(({ err }) => err !== undefined);
  expect(logged?.err?.stack).toContain('api-logs.test.ts');
  expect(server.logLines.join('')).not.toContain(NAME);
});

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLinkStore } from './link-store.ts';
import { makeCommand, sendUntilAnswered } from './send-command.ts';

const PATIENT = '00000000-0000-7000-8000-0000000000aa';
const AT = '2026-11-24T09:00:00.000Z';
const REFUSED = { type: 'about:blank', title: 'No', status: 409, code: 'wrong-phase', detail: 'No.' };

/** A server that loses the answer, cannot store, or answers: one step for each request that arrives. */
type Step = 'cut' | { readonly status: number; readonly body: unknown };
let steps: Step[] = [];
let arrived: unknown[] = [];

const server = createServer((request, response) => {
  void textOf(request).then((text) => {
    arrived.push(JSON.parse(text));
    const step = steps.shift() ?? { status: 201, body: { position: 9, events: [] } };
    if (step === 'cut') return request.socket.destroy();
    response.writeHead(step.status, { 'content-type': 'application/json', 'retry-after': '0' }).end(JSON.stringify(step.body));
  });
});
let path = '';

beforeEach(async () => {
  // The pause between two tries listens for the network to come back, as in a browser.
  Object.assign(globalThis, { window: new EventTarget() });
  [steps, arrived] = [[], []];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  path = `http://127.0.0.1:${address.port}/commands`;
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, 'window');
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const anEntry = () => makeCommand('add-note', { patientId: PATIENT, data: { text: 'asleep' }, at: AT });

it('[UI14, LOG35] the same entry goes again after a lost answer, a server that could not store and one that does not know', async () => {
  const unwell = (code: string) => ({ status: 503, body: { ...REFUSED, status: 503, code } });
  steps = ['cut', unwell('not-recording'), unwell('outcome-unknown')];
  const link = createLinkStore();
  const entry = anEntry();
  const sent = sendUntilAnswered(path, entry, link);
  expect(link.getState().waiting).toBe(1);
  expect((await sent).ok).toBe(true);
  expect(arrived).toEqual([entry, entry, entry, entry]);
  expect(link.getState().waiting).toBe(0);
});

it('[UI14] a refusal is an answer: it comes back as a value and nothing goes again', async () => {
  steps = [{ status: 409, body: REFUSED }];
  const answer = await sendUntilAnswered(path, anEntry(), createLinkStore());
  expect(answer.ok ? undefined : answer.problem.code).toBe('wrong-phase');
  expect(arrived).toHaveLength(1);
});

it('[UI14] two taps are two entries', () => {
  expect(anEntry().id).not.toBe(anEntry().id);
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

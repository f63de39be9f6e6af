import { expect, test, vi } from 'vitest';
import { startTestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { atDashboard, atFeed } from '../support/screens.ts';

test('[LIVE40] an event is spelled once for the log, the answer, the board and every screen, and what a display may not have once more', async () => {
  await using server = await startTestServer();
  const visit = await playToInfusing(server);
  const [nurse, display] = [await visit.client('nurse'), await server.withToken('display')];
  await using staff1 = atFeed(nurse);
  await using staff2 = atFeed(nurse);
  await using staff3 = atDashboard(nurse);
  await using wall1 = atFeed(display);
  await using wall2 = atFeed(display);
  await using wall3 = atDashboard(display);
  const screens = [staff1, staff2, staff3, wall1, wall2, wall3];
  for (const screen of screens) await screen.until(() => screen.caughtUpAt !== undefined);

  const stringify = vi.spyOn(JSON, 'stringify');
  const said = [
    await visit.say('record-vitals', someVitals({ systolic: 131 })),
    await visit.say('add-note', { text: 'Asks for her sister Selma.' }),
  ];
  const ids = said.flatMap(({ events }) => events.map(({ id }) => id));
  for (const screen of screens) await screen.until(() => ids.every((id) => screen.events.some((event) => event.id === id)));
  for (const client of [nurse, display]) expect((await client.board()).head).toBe(server.services.store.head());
  await nurse.get(`/api/sessions/${visit.sessionId}/timeline`);
  const texts = stringify.mock.results.map(({ value }) => String(value));
  stringify.mockRestore();

  expect(ids).toHaveLength(2);
  // The text is put together from its members once; as a whole nothing is spelled but the note as the displays have it.
  for (const id of ids) expect(texts.filter((text) => text === `"${id}"`)).toHaveLength(1);
  const whole = ids.map((id) => texts.filter((text) => text.length > 2 + id.length && text.includes(id)));
  expect(whole.map((spellings) => spellings.length)).toEqual([0, 1]);
  expect(whole.flat().join()).not.toContain('Selma');
});

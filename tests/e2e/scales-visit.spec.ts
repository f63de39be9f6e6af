import { expect, type Page, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import type { Outcome } from '../../shared/clinic/records.ts';
import { HOUR_MS, toInstant } from '../../shared/units.ts';
import { playToCheckedIn, playToDischarged, playToInfusing } from '../support/play-visit.ts';
import { PATIENTS } from '../support/small-clinic.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Outcome scales', exact: true });

test('[DUE11] six questions make CADSS-6: an open one is not a 0, and the total stands with its age', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page, complaints } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
  });
  await untilLive(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Enter CADSS-6 asked at 40 min · not observed yet', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'CADSS-6 · Maya Reyes', exact: true });
  for (const question of [1, 2, 6, 7, 15])
    await form.getByRole('button', { name: `Question ${question}: 2, moderately`, exact: true }).click();
  await form.getByRole('button', { name: 'Save CADSS-6', exact: true }).click();
  await expect(form).toContainText('One question is open.');
  await form.getByRole('button', { name: 'Question 22: 0, not at all', exact: true }).click();
  await expect(form).toContainText('Total 10 of 24');
  expect(await seriousFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save CADSS-6 10 of 24', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('CADSS-6 10');
  await expect(page.locator('[data-scale="cadss6"]')).toContainText('last 10 of 24');
  expect(complaints).toEqual([]);
});

test('[DUE11] pain and RASS say in words what was chosen', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('[data-scale="pain"]').getByText('4', { exact: true }).click();
  await expect(page.locator('[data-scale="pain"]')).toContainText('moderate');
  await page.locator('[data-scale="rass"]').getByText('−1', { exact: true }).click();
  await expect(page.locator('[data-scale="rass"]')).toContainText('drowsy, eye contact more than 10 s');
  await page.getByRole('button', { name: 'Save vitals · 2 of 8 entered', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('RASS -1 · Pain 4');
});

test('[DUE12] a total for the visit says band and change from the first result, and a wrong one is refused in words', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  const nurse = await server.as('nurse');
  const takenAt = toInstant(server.clock.now() - 240 * HOUR_MS);
  const first = { id: newId(server.clock.now()), patientId: PATIENTS[0].id, scale: 'bdi2', total: 31, takenAt };
  const sent = { id: newId(server.clock.now()), type: 'record-outcome', at: server.now(), data: first };
  expect((await nurse.post('/api/clinic/commands', sent)).status).toBe(201);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await expect(strip(page)).toContainText('last BDI-II 31, severe');
  await strip(page)
    .getByRole('button', { name: /^Outcome scales .+$/ })
    .click();
  await page.getByRole('button', { name: 'Enter a result', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Outcome scale · Maya Reyes', exact: true });
  await form.getByRole('button', { name: 'BDI-II', exact: true }).click();
  await form.getByLabel('BDI-II total', { exact: true }).fill('64');
  await form.getByRole('button', { name: 'Save BDI-II 64', exact: true }).click();
  await expect(form).toContainText('BDI-II must be a whole number from 0 to 63.');
  await form.getByLabel('BDI-II total', { exact: true }).fill('18');
  await expect(form).toContainText('BDI-II 18 of 63 · mild');
  await expect(form).toContainText('13 lower than at first (31), 42 % · meaningful change');
  await form.getByRole('button', { name: 'Save BDI-II 18', exact: true }).click();
  const list = page.getByRole('list', { name: 'Results, newest first', exact: true });
  await expect(list.getByRole('listitem').first()).toContainText('BDI-II 18 of 63');
  await expect(list.getByRole('listitem').first()).toContainText('this visit');
  const ofVisit = async () => {
    const { body } = await nurse.get<{ outcomes: Outcome[] }>(`/api/outcomes?patient=${PATIENTS[0].id}`);
    return body.outcomes.filter(({ sessionId }) => sessionId === visit.sessionId);
  };
  await expect.poll(ofVisit).toMatchObject([{ scale: 'bdi2', total: 18 }]);
});

for (const [name, size, theme, play] of [
  ['after the visit, tablet, dim', TABLET, 'dim', playToDischarged],
  ['before the start, phone, day', PHONE, 'day', playToCheckedIn],
] as const)
  test(`[DUE13, DUE14] PHQ-9 item 9 stands in the visit in words (${name})`, async ({ browser }) => {
    await using server = await startClinic();
    const visit = await play(server);
    const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size, theme });
    await untilLive(page);
    await strip(page)
      .getByRole('button', { name: /^Outcome scales .+$/ })
      .click();
    await page.getByRole('button', { name: 'Enter a result', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Outcome scale · Maya Reyes', exact: true });
    await form.getByRole('button', { name: 'PHQ-9', exact: true }).click();
    for (let item = 1; item <= 8; item += 1) await form.getByRole('button', { name: `Item ${item}: 1, 1`, exact: true }).click();
    await form.getByRole('button', { name: 'Item 9: 2, 2', exact: true }).click();
    await expect(form).toContainText('PHQ-9 10 of 27 · moderate');
    await expect(form).toContainText('PHQ-9 item 9 is 2, thoughts of death or self-harm');
    if (size === TABLET) expect(await seriousFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save PHQ-9 10', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Results, newest first', exact: true })).toContainText('item 9 is 2');
    if (size === PHONE) expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(strip(page)).toContainText('talk to the patient and tell the physician now');
    expect(await seriousFaults(page)).toEqual([]);
  });

import { type Browser, expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { type PlayedVisit, playToDischarged, playToInfusing } from '../support/play-visit.ts';
import type { Username } from '../support/small-clinic.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

const open = async (browser: Browser, server: TestServer, visit: PlayedVisit, as: Username): Promise<Page> => {
  const { page } = await openScreen(browser, server, { as, path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  return page;
};
const line = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('[UI65] a correction keeps the old value in sight, with the reason, on every screen', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  await visit.say('record-vitals', { systolic: 183, diastolic: 79, heartRate: 78 });
  const page = await open(browser, server, visit, 'nurse');
  const other = await open(browser, server, visit, 'physician');
  await line(page, '183/79').getByRole('button').click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^Correct/ });
  await expect(form.getByLabel('Systolic')).toHaveValue('');
  await form.getByLabel('Systolic').fill('133');
  await form.getByRole('button', { name: 'Save correction' }).click();
  await expect(form.getByText('Say why it is corrected.')).toBeVisible();
  await expect(form.getByLabel('Systolic')).toHaveValue('133');
  await form.getByLabel('Why it is corrected').fill('typing error');
  await form.getByRole('button', { name: 'Save correction' }).click();
  for (const screen of [page, other]) {
    await expect(line(screen, '133/79')).toContainText('typing error');
    await expect(line(screen, '133/79').locator('s')).toHaveText('183/79');
    await expect(line(screen, '133/79')).toContainText('HR 78');
    await expect(screen.getByRole('region', { name: 'Trend' }).getByText('133/79')).toBeVisible();
  }
});

test('[UI65] a correction that cannot be is refused with a sentence, and what was typed stays', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', { systolic: 142, diastolic: 79 });
  const page = await open(browser, server, visit, 'nurse');
  await line(page, '142/79').getByRole('button').click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^Correct/ });
  await form.getByLabel('Diastolic').fill('150');
  await form.getByLabel('Why it is corrected').fill('misread');
  await form.getByRole('button', { name: 'Save correction' }).click();
  await expect(form.getByText('Diastolic must be below systolic')).toBeVisible();
  await expect(form.getByLabel('Diastolic')).toHaveValue('150');
  await form.getByLabel('Diastolic').fill('97');
  await form.getByRole('button', { name: 'Save correction' }).click();
  await expect(line(page, '142/97')).toBeVisible();
});

test('[UI65] a struck entry stays in sight, struck, with its reason; the trend forgets it', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  await visit.say('record-vitals', { systolic: 151, diastolic: 91 });
  const page = await open(browser, server, visit, 'nurse');
  await line(page, '151/91').getByRole('button').click();
  await page.getByRole('button', { name: 'Strike', exact: true }).click();
  await page.getByLabel('Why it is struck').fill('wrong patient');
  await page.getByRole('button', { name: 'Strike entry' }).click();
  await expect(line(page, '151/91').locator('s')).toHaveText('151/91');
  await expect(line(page, '151/91')).toContainText('struck: wrong patient');
  await expect(page.getByRole('region', { name: 'Trend' }).getByText('122/78')).toBeVisible();
});

test('[UI65] only the author or a physician is offered a correction', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('add-note', { text: 'Calm, music on' });
  const other = await open(browser, server, visit, 'nurse2');
  await expect(line(other, 'Calm, music on')).toBeVisible();
  await expect(line(other, 'Calm, music on').getByRole('button')).toHaveCount(0);
  const physician = await open(browser, server, visit, 'physician');
  await expect(line(physician, 'Calm, music on').getByRole('button')).toHaveCount(1);
});

test('[UI66] an entry recorded late shows when it happened and when it was recorded', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(12 * MINUTE_MS);
  await visit.say('record-vitals', { heartRate: 81 }, { at: '2026-11-24T09:04:00.000Z' });
  const page = await open(browser, server, visit, 'nurse');
  await expect(line(page, 'HR 81')).toContainText('10:04');
  await expect(line(page, 'HR 81')).toContainText('recorded 10:12');
});

test('[UI74] a manager sees a visit and cannot write into it; a past one keeps addenda for those who chart', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToDischarged(server);
  const manager = await open(browser, server, visit, 'manager');
  await expect(manager.getByRole('region', { name: 'Summary' })).toContainText('40.0 mg');
  await expect(manager.getByRole('button', { name: /Sign|addendum/ })).toHaveCount(0);
  await expect(line(manager, '122/78').first().getByRole('button')).toHaveCount(0);
  const nurse = await open(browser, server, visit, 'nurse');
  await nurse.getByRole('button', { name: 'Add addendum' }).click();
  await nurse.getByLabel('What was seen or said').fill('Called in the evening: well');
  await nurse.getByRole('button', { name: 'Save addendum' }).click();
  await expect(line(manager, 'Called in the evening: well')).toBeVisible();
  const running = await playToInfusing(server, { patientId: '00000000-0000-7000-8000-00000000000b' });
  const watching = await open(browser, server, running, 'manager');
  await expect(watching.getByText('Infusing', { exact: true })).toBeVisible();
  await expect(watching.getByRole('region', { name: 'Enter vitals' })).toHaveCount(0);
  await expect(watching.getByRole('navigation', { name: 'Record an event' })).toHaveCount(0);
});

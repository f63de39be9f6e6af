import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import type { Sign } from '../../shared/session/signs.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { type PlayedVisit, playToDischarged, playToInfusing } from '../support/play-visit.ts';
import type { Username } from '../support/small-clinic.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { eventsOf } from './support/offline.ts';
import { readingsOf } from './support/pad.ts';

const open = async (browser: Browser, server: TestServer, visit: PlayedVisit, as: Username): Promise<Page> => {
  const { page } = await openScreen(browser, server, { as, path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  return page;
};
const line = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

/** The form in which an entry is corrected, opened from its line. */
async function openCorrection(page: Page, text: string): Promise<Locator> {
  await line(page, text).getByRole('button').click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  return page.getByRole('dialog', { name: 'Correct · Maya Reyes', exact: true });
}
const tap = async (form: Locator, ...names: readonly string[]) => {
  for (const name of names) await form.getByRole('button', { name, exact: true }).click();
};
const signIn = (form: Locator, sign: Sign) => form.locator(`[data-sign="${sign}"]`);

test('[UI65, UI150, UI151] a correction by taps alone keeps the old value in sight, with the reason, on every screen', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  await visit.say('record-vitals', { systolic: 183, diastolic: 79, heartRate: 78 });
  const page = await open(browser, server, visit, 'nurse');
  const other = await open(browser, server, visit, 'physician');
  const form = await openCorrection(page, '183/79');
  await tap(form, 'Mistyped', 'Save correction');
  await expect(form.getByText('Nothing was changed.', { exact: true })).toBeVisible();
  await tap(form, 'Mistyped');
  await signIn(form, 'systolic').click();
  await tap(form, '1', '3', '3', 'Save correction');
  await expect(form.getByText('Say why it is corrected.', { exact: true })).toBeVisible();
  await expect(signIn(form, 'systolic')).toContainText('133');
  expect(await seriousFaults(page)).toEqual([]);
  await tap(form, 'Mistyped', 'Save correction');
  for (const screen of [page, other]) {
    await expect(line(screen, '133/79')).toContainText('Mistyped');
    await expect(line(screen, '133/79').locator('s')).toHaveText('183/79');
    await expect(line(screen, '133/79')).toContainText('HR 78');
    await expect(screen.getByRole('region', { name: 'Trend', exact: true }).getByText('133/79', { exact: true })).toBeVisible();
  }
});

test('[UI65, UI150] a correction that cannot be is refused with a sentence, and what was typed stays', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', { systolic: 142, diastolic: 79 });
  const page = await open(browser, server, visit, 'nurse');
  const form = await openCorrection(page, '142/79');
  await signIn(form, 'diastolic').click();
  await tap(form, '1', '5', '0', 'Misread', 'Save correction');
  await expect(signIn(form, 'diastolic')).toContainText('must be below systolic 142');
  await expect(signIn(form, 'diastolic')).toContainText('150');
  await signIn(form, 'diastolic').click();
  await tap(form, '9', '7', 'Save correction');
  await expect(line(page, '142/97')).toBeVisible();
});

test('[UI150, UI152] a sign is added, one taken away, oxygen and time corrected in one form, on a phone too', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  await visit.say('record-vitals', { systolic: 142, diastolic: 79, heartRate: 78 });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: PHONE });
  await untilLive(page);
  const form = await openCorrection(page, '142/79');
  await expect(form.getByRole('button', { name: 'Save correction', exact: true })).toBeInViewport({ ratio: 1 });
  await signIn(form, 'heartRate').click();
  await tap(form, 'Remove');
  await expect(signIn(form, 'heartRate')).toContainText('removed');
  await signIn(form, 'spo2').click();
  await expect(form.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled();
  await tap(form, '9', '7');
  await form.getByText('On oxygen', { exact: true }).click();
  await tap(form, '60 minutes earlier', 'Wrong time', 'Save correction');
  await expect(form.getByText('That is before the patient was checked in.', { exact: true })).toBeVisible();
  await expect(signIn(form, 'spo2')).toContainText('97');
  await tap(form, 'As it was', '1 minutes earlier', 'Save correction');
  await expect(line(page, '142/79 · SpO₂ 97 %')).toContainText('time was 10:05');
  const [, reading] = await readingsOf(visit);
  expect(reading).toMatchObject({ systolic: 142, heartRate: 78 });
  const corrections = async () =>
    (await eventsOf(visit)).filter(({ type }) => type === 'entry-corrected').map(({ data }) => data);
  await expect.poll(corrections).toMatchObject([
    {
      data: { systolic: 142, diastolic: 79, spo2: 97, onOxygen: true },
      happenedAt: '2026-11-24T09:04:00.000Z',
      reason: 'Wrong time',
    },
  ]);
});

test('[UI150] an observation is corrected in its rows: one answer changed, one added, one taken away; CADSS-6 too', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-observation', { moaas: 3, dissociation: 2 });
  await visit.say('record-observation', { cadss6: [0, 1, 2, 3, 4, 0] });
  const page = await open(browser, server, visit, 'nurse');
  let form = await openCorrection(page, 'Diss. 2');
  await tap(form, 'MOAA/S 5, answers readily to name', 'Nausea 1, mild', 'Remove: Dissociation', 'Mistyped', 'Save correction');
  await expect(line(page, 'MOAA/S 5 · Nausea 1').locator('s')).toHaveText('MOAA/S 3 · Diss. 2');
  form = await openCorrection(page, 'CADSS-6 10');
  await tap(form, 'Question 1: 4, extremely', 'Misread', 'Save correction');
  await expect(line(page, 'CADSS-6 14').locator('s')).toHaveText('CADSS-6 10');
});

test('[UI65] a struck entry stays in sight, struck, with its reason; the trend forgets it', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(5 * MINUTE_MS);
  await visit.say('record-vitals', { systolic: 151, diastolic: 91 });
  const page = await open(browser, server, visit, 'nurse');
  await line(page, '151/91').getByRole('button').click();
  await page.getByRole('button', { name: 'Strike', exact: true }).click();
  await page.getByRole('button', { name: 'Wrong patient', exact: true }).click();
  await page.getByRole('button', { name: 'Strike entry', exact: true }).click();
  await expect(line(page, '151/91').locator('s')).toHaveText('151/91');
  await expect(line(page, '151/91')).toContainText('struck: Wrong patient');
  await expect(page.getByRole('region', { name: 'Trend', exact: true }).getByText('122/78', { exact: true })).toBeVisible();
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
  await expect(manager.getByRole('region', { name: 'Summary', exact: true })).toContainText('40.0 mg');
  await expect(manager.getByRole('button', { name: /^.*(Sign|addendum).*$/ })).toHaveCount(0);
  await expect(line(manager, '122/78').first().getByRole('button')).toHaveCount(0);
  const nurse = await open(browser, server, visit, 'nurse');
  await nurse.getByRole('button', { name: 'Add addendum', exact: true }).click();
  await nurse.getByLabel('What was seen or said', { exact: true }).fill('Called in the evening: well');
  await nurse.getByRole('button', { name: 'Save addendum', exact: true }).click();
  await expect(line(manager, 'Called in the evening: well')).toBeVisible();
  const running = await playToInfusing(server, { patientId: '00000000-0000-7000-8000-00000000000b' });
  const watching = await open(browser, server, running, 'manager');
  await expect(watching.getByText('Infusing', { exact: true })).toBeVisible();
  await expect(watching.getByRole('region', { name: 'Enter vitals', exact: true })).toHaveCount(0);
  await expect(watching.getByRole('navigation', { name: 'Record an event', exact: true })).toHaveCount(0);
});

import { expect, type Page, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import { METRIC } from '../../shared/clinic/formats.ts';
import { US_CUSTOMARY } from '../../shared/clinic/proposed-formats.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { PASSWORD } from '../support/builders.ts';
import { playToCheckedIn, playToInfusing, playToScheduled } from '../support/play-visit.ts';
import { PROTOCOLS } from '../support/small-clinic.ts';
import { openScreen, PHONE, scrollsSideways, startClinic, TABLET, untilLive } from './support/browse.ts';
import { eventsOf } from './support/offline.ts';
import { padFor, readingsOf } from './support/pad.ts';

const LAPTOP = { width: 1440, height: 900 };

async function chooseCustomary(page: Page): Promise<void> {
  await page.getByLabel('Temperature', { exact: true }).selectOption(US_CUSTOMARY.temperature);
  await page.getByLabel('Weight', { exact: true }).selectOption(US_CUSTOMARY.weight);
  await page.getByLabel('Height', { exact: true }).selectOption(US_CUSTOMARY.height);
  await page.getByLabel('Dates', { exact: true }).selectOption(US_CUSTOMARY.date);
  await page.getByLabel('Clock', { exact: true }).selectOption(US_CUSTOMARY.clock);
  await page.getByLabel('Paper', { exact: true }).selectOption(US_CUSTOMARY.paper);
}

test('[UI160] set-up offers the forms of the region, which follow the time zone until somebody chooses', async ({ browser }) => {
  await using server = await startClinic({ empty: true });
  const { page } = await openScreen(browser, server, { path: '/set-up', size: PHONE });
  await page.getByLabel('Time zone', { exact: true }).fill('Europe/Berlin');
  await expect(page.getByLabel('Temperature', { exact: true })).toHaveValue(METRIC.temperature);
  await page.getByLabel('Time zone', { exact: true }).fill('America/Los_Angeles');
  await expect(page.getByLabel('Temperature', { exact: true })).toHaveValue(US_CUSTOMARY.temperature);
  await expect(page.getByLabel('Paper', { exact: true })).toHaveValue(US_CUSTOMARY.paper);
  await page.getByLabel('Clock', { exact: true }).selectOption(METRIC.clock);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByLabel('Clinic', { exact: true }).fill('Bay Clinic');
  await page.getByLabel('Name', { exact: true }).fill('Ada Berg');
  await page.getByLabel('Initials', { exact: true }).fill('AB');
  await page.getByLabel('User name', { exact: true }).fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Treatment chairs', { exact: true }).fill('1');
  await page.getByLabel('Recovery bays', { exact: true }).fill('0');
  await page.getByRole('button', { name: 'Open the clinic', exact: true }).click();
  await untilLive(page);
  await page.goto(`${server.url}/settings/clinic`);
  await expect(page.getByLabel('Temperature', { exact: true })).toHaveValue(US_CUSTOMARY.temperature);
  await expect(page.getByLabel('Clock', { exact: true })).toHaveValue(METRIC.clock);
});

test('[UI161] what an administrator chooses is how an open screen writes and reads from then on', async ({ browser }) => {
  test.slow();
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(6 * MINUTE_MS);
  const nurse = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(nurse.page);
  const identity = nurse.page.getByRole('region', { name: 'Patient', exact: true });
  await expect(identity).toContainText(/\d\.\d kg(?! \()/);

  const admin = await openScreen(browser, server, { as: 'admin', path: '/settings/clinic', size: LAPTOP });
  await expect(admin.page.getByRole('heading', { level: 1, name: 'Clinic', exact: true })).toBeVisible();
  await chooseCustomary(admin.page);
  await admin.page.getByRole('button', { name: 'Store', exact: true }).click();

  await expect(identity).toContainText(/\d\.\d kg \(\d+ lb\)/);
  await nurse.page.reload();
  await untilLive(nurse.page);
  await expect(nurse.page.getByRole('timer', { name: 'Server time', exact: true })).toHaveText(/\d{1,2}:\d\d:\d\d [ap]m$/);
  const pad = padFor(nurse.page);
  await pad.more();
  await pad.tap('9', '8', '6');
  await expect(pad.field('Temperature')).toHaveAccessibleName(/^Temperature, 98.6 °F/);
  await pad.save.click();
  await expect(nurse.page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('98.6 °F');
  await expect.poll(async () => (await readingsOf(visit)).at(-1)).toEqual({ temperatureC: 37 });

  const printed = await nurse.page.evaluate(() =>
    document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
  );
  expect(printed.join(' ')).toMatch(/@page\s*\{\s*size: letter;\s*\}/);
  expect([...nurse.complaints, ...admin.complaints]).toEqual([]);
});

test('[UI163] a temperature in °F on a pad in °C, and a weight in lb as kg, ask which was meant', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const pad = padFor(page);
  await pad.more();
  await pad.tap('9', '8', '6');
  await expect(pad.field('Temperature')).toContainText('98.6');
  await page.getByRole('button', { name: 'Take as 98.6 °F', exact: true }).click();
  await expect(pad.field('Temperature')).toHaveAccessibleName(/^Temperature, 37.0 °C/);
  await pad.save.click();
  await expect.poll(async () => (await readingsOf(visit)).at(-1)).toEqual({ temperatureC: 37 });
});

test('[UI163] a weight in lb that was typed as kg asks before it is stored', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToScheduled(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('button', { name: 'Date of birth', exact: true }).click();
  await page.getByLabel('Weight today', { exact: true }).fill('176');
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(page.getByText('176: kg or lb? 176 lb are 79.8 kg. Press again if it is right.', { exact: true })).toBeVisible();
  await page.getByText('lb', { exact: true }).click();
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Patient', exact: true })).toContainText('79.8 kg');
});

test('[UI164] a day typed in numbers or words is said back beneath the field', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'nurse', path: '/settings/patients', size: LAPTOP });
  await page.getByRole('button', { name: 'Register a patient', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Register a patient', exact: true });
  const born = form.getByLabel('Date of birth', { exact: true });
  await born.fill('3.12.1992');
  await expect(form.getByText('Thu 3 Dec 1992', { exact: true })).toBeVisible();
  await born.fill('March 12, 1992');
  await expect(form.getByText('Thu 12 Mar 1992', { exact: true })).toBeVisible();
  await born.fill('12/3/92');
  await form.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(born).toHaveAttribute('aria-invalid', 'true');
  await expect(born).toHaveValue('12/3/92');
});

test('[UI161] limits of a temperature are read and typed in °F, in the protocol and for one patient', async ({ browser }) => {
  await using server = await startClinic();
  const changed = await (await server.as('admin')).clinic({
    ...{ id: newId(server.clock.now()), at: server.now(), type: 'change-clinic' },
    data: { ...server.services.model.clinic.clinic!, formats: US_CUSTOMARY },
  });
  expect(changed.status).toBe(201);
  const visit = await playToCheckedIn(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Set own limits', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Own limits · Maya Reyes', exact: true });
  await form.getByRole('button', { name: 'Temperature', exact: true }).click();
  const above = form.getByLabel('Temperature, alarm above', { exact: true });
  await expect(form.getByText('Protocol 100.4; empty keeps it', { exact: true })).toBeVisible();
  await above.fill('120');
  await form.getByRole('button', { name: 'Usual for this patient', exact: true }).click();
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(form.getByText('Temperature: a limit lies between 93.2 and 104 °F.', { exact: true })).toBeVisible();
  await above.fill('101.3');
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Own limits: Temperature ≤ 101.3', exact: true })).toBeVisible();
  await expect
    .poll(async () => (await eventsOf(visit)).findLast(({ type }) => type === 'limits-set')?.data)
    .toMatchObject({ limits: { temperatureC: { mediumHigh: 38.5 } } });

  const admin = await openScreen(browser, server, { as: 'admin', path: `/settings/protocols/${PROTOCOLS.iv.id}`, size: LAPTOP });
  await expect(
    admin.page.getByRole('row', {
      name: 'Temperature °F < 95.9 or > 100.4 < 95 or > 102.2 none none none common knowledge, to be confirmed by a clinician before use',
      exact: true,
    }),
  ).toBeVisible();
  await admin.page.getByRole('button', { name: 'Change as version 2', exact: true }).click();
  await expect(admin.page.getByRole('textbox', { name: 'Temperature, medium alarm, above', exact: true })).toHaveValue('100.4');
});

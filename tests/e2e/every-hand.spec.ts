import { expect, type Page, test } from '@playwright/test';
import { PASSWORD } from '../support/builders.ts';
import { playToInfusing, playToRecovering, someVitals } from '../support/play-visit.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';
import { padFor } from './support/pad.ts';

const isLost = (page: Page) => page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test('[UI144] by keyboard the focus goes on to the next thing after Save, Acknowledge, leaving for home and signing in', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await visit.say('record-symptom', { kind: 'Chest discomfort', severity: 3 });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const answers = page
    .getByRole('region', { name: 'Active alarms, most urgent first', exact: true })
    .getByRole('button', { name: /^Acknowledge .*, chair 1, Maya R\.$/ });
  await answers.first().focus();
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(1);
  await expect(answers).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(0);
  expect(await isLost(page)).toBe(false);
  const pad = padFor(page);
  await pad.tap('1', '2', '7', '8', '5');
  await pad.save.focus();
  await page.keyboard.press('Enter');
  await expect(pad.field('Systolic')).toBeFocused();
  await visit.say('end-infusion', { outcome: 'stopped-early', reason: 'Patient asks' });
  await page.getByRole('button', { name: 'Move to recovery', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'R1 free', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move to R1', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Discharge', exact: true })).toBeVisible();
  await expect.poll(() => isLost(page)).toBe(false);

  const { page: other } = await openScreen(browser, server, { path: '/sign-in', size: TABLET });
  await other.getByLabel('User name', { exact: true }).fill('nurse');
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await other.keyboard.press('Enter');
  await untilLive(other);
  await expect.poll(() => isLost(other)).toBe(false);
});

test('[UI145] the window is called after the screen, a visit after its place and never after the patient', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', size: TABLET });
  for (const [path, title] of [
    ['/', 'Board'],
    ['/my-chairs', 'My chairs'],
    ['/recovery', 'Recovery'],
    ['/history', 'History'],
    ['/settings/patients', 'Settings'],
    [`/sessions/${visit.sessionId}`, 'Bay R1'],
  ] as const) {
    await page.goto(`${server.url}${path}`);
    await expect(page).toHaveTitle(`${title} · Chairside`);
  }
});

test('[UI146] with forced colours what is chosen, the keys, the bars and the alarms keep an edge', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await padFor(page).choose('moaas', 4);
  const edge = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
        return borderTopStyle === 'none' ? 0 : Number.parseFloat(borderTopWidth);
      });
  expect(await edge('[data-alarm]')).toBeGreaterThanOrEqual(3);
  expect(await edge('fieldset[aria-label="Number pad"] button')).toBeGreaterThanOrEqual(1);
  const [chosen, other] = await page.locator('[data-scale="moaas"] button').evaluateAll((buttons) => {
    const fills = buttons.map((button) => [button.getAttribute('aria-pressed'), getComputedStyle(button).backgroundColor]);
    return [fills.find(([pressed]) => pressed === 'true')?.[1], fills.find(([pressed]) => pressed !== 'true')?.[1]];
  });
  expect(chosen).toBeTruthy();
  expect(chosen).not.toBe(other);
  await page.goto(server.url);
  await expect.poll(() => edge('[role="progressbar"]')).toBeGreaterThanOrEqual(1);
});

test('[UI147] the browser’s own font size is followed, and nothing becomes wider than the screen', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const heading = page.getByRole('heading', { level: 1 });
  const size = () => heading.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  // As a browser does whose user chose large letters.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '20px'));
  expect(await size()).toBeCloseTo(before * 1.25, 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

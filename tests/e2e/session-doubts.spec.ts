import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { playToInfusing, playToRecovering } from '../support/play-visit.ts';
import { openScreen, PHONE, startClinic, TABLET, untilDrawn, untilLive } from './support/browse.ts';
import { eventsOf, lineOf, systolics } from './support/offline.ts';

test('[UI123] a rate far from the order and an end far from it are refused where they stand, and say what to do', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const dialog = page.getByRole('dialog');
  const stored = async (type: string) => (await eventsOf(visit)).filter((event) => event.type === type);

  await page.getByRole('button', { name: 'Rate', exact: true }).click();
  await dialog.getByLabel('New rate', { exact: true }).fill('500');
  await dialog.getByLabel('Why', { exact: true }).fill('mistyped');
  await dialog.getByRole('button', { name: 'Change rate', exact: true }).click();
  await expect(dialog).toContainText('500 mL/h is more than twice the ordered 60 mL/h. Only a physician may set that.');
  expect(await stored('rate-changed')).toEqual([]);
  await dialog.getByLabel('New rate', { exact: true }).fill('1,500');
  await dialog.getByRole('button', { name: 'Change rate', exact: true }).click();
  await expect(dialog).toContainText('1,500 can be read in two ways. Type 1500 or 1.5.');
  await dialog.getByLabel('New rate', { exact: true }).fill('110');
  await dialog.getByRole('button', { name: 'Change rate', exact: true }).click();
  await expect(lineOf(page, 'Rate 110 mL/h')).toHaveCount(1);
  await expect.poll(() => stored('rate-changed')).toHaveLength(1);

  server.clock.advance(4 * MINUTE_MS);
  await expect(page.getByRole('timer', { name: 'Server time', exact: true })).toContainText('10:04');
  await page.getByRole('button', { name: 'Hold to stop', exact: true }).click({ delay: 1_200 });
  await dialog.getByRole('button', { name: 'Completed', exact: true }).click();
  await dialog.getByRole('button', { name: 'End infusion', exact: true }).click();
  await expect(dialog).toContainText('of 40 mg are in. Choose Stopped early and say why');
  expect(await stored('infusion-ended')).toEqual([]);
  await dialog.getByLabel('Volume on the pump', { exact: true }).fill('39');
  await dialog.getByRole('button', { name: 'End infusion', exact: true }).click();
  await expect(lineOf(page, 'Infusion completed')).toHaveCount(1);
});

test('[VISIT34] a reading set back to before the check-in is refused in words, and another day is named', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Symptom', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Nausea', exact: true }).click();
  await dialog.getByRole('button', { name: '1, mild', exact: true }).click();
  await dialog.getByRole('button', { name: 'Change time', exact: true }).click();
  for (let hours = 0; hours < 17; hours += 1)
    for (let tens = 0; tens < 6; tens += 1) await dialog.getByRole('button', { name: '10 minutes earlier', exact: true }).click();
  await expect(dialog).toContainText(/on \d+ \w+ \d{4}/);
  await dialog.getByRole('button', { name: 'Save symptom', exact: true }).click();
  await expect(dialog).toContainText('That is before the patient was checked in.');
  expect((await eventsOf(visit)).some(({ type }) => type === 'symptom-recorded')).toBe(false);
});

test('[UI124] on a phone the physician is called from the foot, and what can be done stands above the timeline', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: PHONE });
  await untilLive(page);
  const call = page.getByRole('button', { name: 'Call physician', exact: true });
  await expect(call).toBeInViewport({ ratio: 1 });
  await untilDrawn(page);
  const pause = await page.getByRole('button', { name: 'Pause', exact: true }).boundingBox();
  const timeline = await page.getByRole('list', { name: 'Entries, newest first', exact: true }).boundingBox();
  expect(pause?.y).toBeLessThan(timeline?.y ?? 0);
  // One short tap says how; the name stays what it does.
  await call.click();
  await expect(page.getByText('Keep holding', { exact: true })).toBeVisible();
  await expect(page.getByText('Keep holding', { exact: true })).toHaveCount(0);
  await call.click({ delay: 1_200 });
  await expect.poll(async () => (await eventsOf(visit)).some(({ type }) => type === 'physician-called')).toBe(true);
});

test('[UI56] keys typed into a pad that was just opened over the screen are taken', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  server.clock.advance(MINUTE_MS);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: /^Enter vitals( due in \d+:\d\d)?$/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('12175');
  await page.getByRole('button', { name: 'Save vitals · 2 of 8 entered', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await systolics(visit)).at(-1)).toBe(121);
});

test('[UI116, UI129] a form says at the field what it wants, focuses it, and lets go when a chip answers it', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause infusion · Maya Reyes', exact: true });
  const words = dialog.getByLabel('In words (if none of these, or to add)', { exact: true });
  await words.press('Enter');
  await expect(words).toHaveAccessibleDescription('Say why it is paused.');
  await expect(words).toBeFocused();
  await dialog.getByRole('button', { name: 'Nausea', exact: true }).click();
  await expect(words).toHaveAttribute('aria-invalid', 'false');
  await words.fill('asks for a rest');
  await words.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(lineOf(page, 'Paused: Nausea: asks for a rest')).toHaveCount(1);
});

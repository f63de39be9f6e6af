import { expect, test } from '@playwright/test';
import { playToCheckedIn, playToInfusing, playToRecovering, playToScheduled, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import { chairCard, openScreen, startClinic, untilDrawn, untilLive } from './support/browse.ts';

test('[UI1] chairs keep their places whatever happens in them, and so do the rows of a card', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server, { chairId: CHAIRS[1] });
  await playToCheckedIn(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[2] });
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  const order = () =>
    page.locator('article[data-chair]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-chair')));
  expect(await order()).toEqual(['1', '2', '3']);
  const card = chairCard(page, '2');
  const row = async () => (await card.getByText('Next vitals', { exact: true }).boundingBox())?.y;
  await untilDrawn(page);
  const before = await row();
  await visit.say('record-vitals', someVitals({ systolic: 190, diastolic: 111 }));
  await expect(card.locator('[data-alarm="high"]')).toBeVisible();
  expect(await order()).toEqual(['1', '2', '3']);
  await expect.poll(row).toBe(before);
});

test('[UI24] the recovery room shows minutes, score and what is missing', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  const bay = page.locator('article[data-bay="R1"]');
  await expect(bay).toContainText('Maya R.');
  await expect(bay).toContainText('0 of 60 min');
  await expect(bay).toContainText('not scored');
  await expect(bay).toContainText('60 min left');
  await visit.say('score-discharge', { scale: 'padss', items: { vitalSigns: 2, activity: 1, nausea: 2, pain: 2, bleeding: 2 } });
  await expect(bay).toContainText('9/10');
  await expect(chairCard(page, '1')).toContainText('Available');
});

test('[UI159] the foot of a bay counts what nobody answered apart from what somebody did', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  await visit.say('record-vitals', someVitals({ heartRate: 155, spo2: 85, systolic: 190 }));
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  const foot = page.locator('article[data-bay="R1"] [data-alarm]');
  await expect(foot).toContainText('+3 open');
  await foot.getByRole('button', { name: 'Acknowledge Systolic 190, bay R1, Maya R.', exact: true }).click();
  await expect(foot).toContainText('+2 open, 1 answered');
});

test('[UI158] a voice says values in words, with whose they are', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ systolic: 127, diastolic: 81, heartRate: 78, spo2: 97 }));
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  await untilLive(page);
  const said = (name: string) => chairCard(page, '1').getByRole('img', { name, exact: true });
  await expect(said('blood pressure 127 over 81, chair 1, Maya R.')).toHaveText('127/81');
  await expect(said('heart rate 78 per minute, chair 1, Maya R.')).toHaveText('78');
  await expect(said('oxygen saturation 97 percent, chair 1, Maya R.')).toHaveText('97');
  await page.goto(`${server.url}/sessions/${visit.sessionId}`);
  const trend = page.getByRole('region', { name: 'Trend', exact: true });
  await expect(trend.getByRole('img', { name: 'heart rate 78 per minute, chair 1, Maya R.', exact: true })).toHaveText('78');
});

test('[UI24] who is still to come stands below; who waits in the clinic says so', async ({ browser }) => {
  await using server = await startClinic();
  await playToScheduled(server);
  const second = await playToScheduled(server, { patientId: PATIENTS[1].id });
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  const arriving = page.getByRole('region', { name: 'Arriving today', exact: true });
  await expect(arriving.getByRole('listitem')).toHaveCount(2);
  await second.say('check-in', { identifiers: ['name', 'date-of-birth'], weightKg: 70 });
  await expect(arriving.getByRole('listitem').filter({ hasText: 'Noor H.' })).toContainText('In waiting room');
});

test('[UI20] by keyboard: past the head, through the alarms, then chair after chair; Enter opens the visit', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const first = page.getByRole('link', { name: 'Maya R.', exact: true });
  for (let step = 0; step < 8 && !(await first.evaluate((link) => link === document.activeElement)); step++)
    await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Noor H.', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/sessions/${visit.sessionId}$`));
});

test('[UI11] ages follow the server’s clock on a device whose own is wrong', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ systolic: 133 }));
  // The test's server stands at 24 November 2026, 10:00 in Berlin; this machine's clock at whatever it likes.
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  await untilLive(page);
  await expect(page.getByRole('timer', { name: 'Server time', exact: true })).toContainText('Tue 24 Nov');
  await expect(page.getByRole('timer', { name: 'Server time', exact: true })).toContainText('10:00:');
  await expect(
    chairCard(page, '1')
      .getByText(/^(now|\d+ s ago)$/)
      .first(),
  ).toBeVisible();
});

test('[UI26] one tap says that a chair needs cleaning, one that it is ready again; a physician’s screen follows', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  const wall = await openScreen(browser, server, { as: 'physician' });
  await untilLive(wall.page);
  await chairCard(page, '2').getByRole('button', { name: 'Mark for cleaning: chair 2', exact: true }).click();
  await expect(chairCard(wall.page, '2')).toContainText('Cleaning');
  await expect(chairCard(wall.page, '2').getByRole('button')).toHaveCount(0);
  await chairCard(page, '2').getByRole('button', { name: 'Mark clean: chair 2', exact: true }).click();
  await expect(chairCard(wall.page, '2')).toContainText('Available');
});

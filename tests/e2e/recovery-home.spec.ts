import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { PASSWORD } from '../support/builders.ts';
import { playToDischarged, playToHome, playToInfusing, playToRecovering, someVitals } from '../support/play-visit.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

test('[UI71] what is missing stands beside the locked discharge; a physician goes on with a reason', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  server.clock.advance(20 * MINUTE_MS);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  const discharge = nurse.getByRole('region', { name: 'Discharge', exact: true });
  await expect(discharge).toContainText('40 min left');
  await expect(discharge).toContainText('0 of 2 readings');
  await expect(discharge.getByRole('button', { name: 'Discharge', exact: true })).toBeDisabled();
  await expect(discharge.getByRole('button', { name: 'Override', exact: true })).toHaveCount(0);
  const { page } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await page.getByRole('button', { name: 'Override', exact: true }).click();
  await page.getByRole('button', { name: 'Discharge with this reason', exact: true }).click();
  await expect(page.getByText('A discharge against the criteria needs a reason.', { exact: true })).toBeVisible();
  await page.getByLabel('Why the patient goes home all the same', { exact: true }).fill('taken over by the ward');
  await page.getByRole('button', { name: 'Discharge with this reason', exact: true }).click();
  await expect(nurse.getByRole('region', { name: 'Summary', exact: true })).toContainText('against the criteria');
});

test('[UI72] rows are proposed from the reading, confirmed by a tap, and saved together', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  server.clock.advance(15 * MINUTE_MS);
  await visit.say('record-vitals', someVitals());
  await visit.say('record-observation', { moaas: 5, dissociation: 0, nausea: 0 });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const row = (id: string) => page.locator(`[data-row="${id}"]`);
  await expect(row('vitalSigns')).toHaveAttribute('data-state', 'proposed');
  await expect(row('nausea')).toHaveAttribute('data-state', 'proposed');
  await expect(row('activity')).toHaveAttribute('data-state', 'open');
  for (const id of ['activity', 'pain', 'bleeding', 'nausea'])
    await row(id)
      .getByRole('button', { name: /^2 .+$/ })
      .click();
  await expect(page.getByRole('button', { name: 'Save score', exact: true })).toHaveCount(0);
  await row('vitalSigns')
    .getByRole('button', { name: /^2 .+ , proposed, press to confirm$/ })
    .click();
  await page.getByRole('button', { name: 'Save score', exact: true }).click();
  await expect(row('activity')).toHaveAttribute('data-state', 'scored');
  await expect(page.getByRole('button', { name: 'Save score', exact: true })).toHaveCount(0);
});

test('[UI73] the nurse signs with the password, a wrong one is refused, then the physician reviews', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToDischarged(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  const { page: physician } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await expect(physician.getByRole('button', { name: 'Review and sign', exact: true })).toHaveCount(0);
  await nurse.getByRole('button', { name: 'Sign record', exact: true }).click();
  await nurse.getByLabel('Password of Ana Ruiz', { exact: true }).fill('not it');
  await nurse.getByRole('button', { name: 'Sign as charted', exact: true }).click();
  await expect(nurse.getByRole('dialog')).toContainText(/password/i);
  await nurse.getByLabel('Password of Ana Ruiz', { exact: true }).fill(PASSWORD);
  await nurse.getByRole('button', { name: 'Sign as charted', exact: true }).click();
  await physician.getByRole('button', { name: 'Review and sign', exact: true }).click();
  await physician.getByLabel('Password of Clara Novak', { exact: true }).fill(PASSWORD);
  await physician.getByRole('button', { name: 'Sign as reviewed', exact: true }).click();
  const signatures = nurse.getByRole('region', { name: 'Signatures', exact: true });
  await expect(signatures).toContainText('Ana Ruiz');
  await expect(signatures).toContainText('Clara Novak');
});

test('[UI80] the recovery room shows who is in a bay and who waits for one, as it happens', async ({ browser }) => {
  await using server = await startClinic();
  const waiting = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: '/recovery', size: TABLET });
  await expect(page.getByRole('region', { name: 'Waiting for a bay', exact: true })).toContainText('nobody');
  await waiting.say('end-infusion', { outcome: 'stopped-early', reason: 'Distress' });
  await expect(page.getByRole('link', { name: /^Maya Reyes chair 1 · ended \d+:\d\d ago$/ })).toContainText('chair 1');
  await waiting.say('move-to-recovery', { bayId: '00000000-0000-7000-8000-00000000001f' });
  await expect(page.getByRole('region', { name: 'Waiting for a bay', exact: true })).toContainText('nobody');
  await expect(page.locator('[data-bay="R2"]')).toContainText('Maya Reyes');
  await expect(page.locator('[data-bay="R2"]')).toContainText('60 min left');
  await expect(page.locator('[data-bay="R1"]')).toContainText('Free');
  await page.getByRole('link', { name: 'Maya Reyes', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/sessions/${waiting.sessionId}`);
});

test('[UI149] going home is asked once more, with what was given and who takes the patient; keeping on keeps the visit', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToHome(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Discharge', exact: true }).click();
  const form = page.getByRole('dialog');
  for (const line of [
    'Ketamine 40.0 of 40.0 mg given',
    '60 of 60 min observed',
    'score 10 of 10',
    'taken home by Jo Reyes, sister',
  ])
    await expect(form).toContainText(line);
  await form.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ready for discharge', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Discharge', exact: true }).click();
  await form.getByRole('button', { name: 'Discharge home', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Summary', exact: true })).toContainText('Discharged');
});

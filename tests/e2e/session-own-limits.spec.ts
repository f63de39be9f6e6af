import { expect, test } from '@playwright/test';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';

const RAISED = { limits: { systolic: { mediumHigh: 170 }, spo2: { mediumLow: 91 } }, reason: 'Treated hypertension' };

test('[UI156, ALARM69] own limits stand beside the name for everybody; a value within them is no alarm, and going back is', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('set-limits', RAISED, { as: 'physician' });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const identity = page.getByRole('region', { name: 'Patient', exact: true });
  await expect(identity).toContainText('Own limits: SpO₂ ≥ 91, Systolic ≤ 170');
  await visit.say('record-vitals', someVitals({ systolic: 165, diastolic: 80 }));
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText('165/80');
  await expect(timeline).toContainText('Own limits: SpO₂ ≥ 91, Systolic ≤ 170 · Treated hypertension');
  await expect(page.locator('[data-alarm]')).toHaveCount(0);
  await identity.getByRole('button', { name: 'Own limits: SpO₂ ≥ 91, Systolic ≤ 170', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Clara Novak, MD');
  await expect(sheet).toContainText('until this visit ends');
  await expect(sheet.getByRole('button', { name: 'Set limits', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await visit.say('set-limits', { limits: {}, reason: 'Pressure has settled' }, { as: 'physician' });
  await expect(identity).not.toContainText('Own limits');
  await expect(page.getByText('Systolic 165, limit 160', { exact: true }).first()).toBeVisible();
});

test('[UI157, VISIT61, ALARM70] a physician sets them sign by sign beside the protocol’s; crossed ones are refused in words', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const path = `/sessions/${visit.sessionId}`;
  const refused = await visit.try('set-limits', RAISED, { as: 'nurse' });
  expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-allowed' }]);
  const { page } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await untilLive(page);
  const identity = page.getByRole('region', { name: 'Patient', exact: true });
  await identity.getByRole('button', { name: 'Set own limits', exact: true }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Systolic, alarm above', { exact: true })).toHaveValue('');
  await expect(form).toContainText('Protocol 160; empty keeps it');
  await form.getByLabel('Systolic, alarm above', { exact: true }).fill('185');
  await form.getByRole('button', { name: 'Treated hypertension', exact: true }).click();
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(form).toContainText('Systolic: the limits would cross each other.');
  await form.getByLabel('Systolic, alarm above', { exact: true }).fill('170');
  await form.getByRole('button', { name: 'SpO₂', exact: true }).click();
  await form.getByLabel('SpO₂, alarm below', { exact: true }).fill('91');
  expect(await seriousFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(identity).toContainText('Own limits: SpO₂ ≥ 91, Systolic ≤ 170');
  await identity.getByRole('button', { name: 'Own limits: SpO₂ ≥ 91, Systolic ≤ 170', exact: true }).click();
  await expect(form.getByLabel('Systolic, alarm above', { exact: true })).toHaveValue('170');
});

test('[UI156] with own limits Save, the call and Stop stay in sight on a tablet and a phone', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('set-limits', RAISED, { as: 'physician' });
  const { page } = await openScreen(browser, server, { as: 'physician', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  for (const [size, name] of [
    [TABLET, 'tablet'],
    [{ width: 1180, height: 740 }, 'window'],
    [PHONE, 'phone'],
  ] as const) {
    await page.setViewportSize(size);
    for (const button of ['Call physician', 'Hold to stop'])
      await expect(page.getByRole('button', { name: button, exact: true }), name).toBeInViewport({ ratio: 1 });
    if (name !== 'phone')
      await expect(page.getByRole('button', { name: 'Save vitals · 0 of 8 entered', exact: true }), name).toBeInViewport({
        ratio: 1,
      });
  }
});

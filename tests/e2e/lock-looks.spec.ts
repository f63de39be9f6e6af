import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { playToInfusing, playToRecovering } from '../support/play-visit.ts';
import { BAYS, CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import { openScreen, PHONE, scrollsSideways, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { initialsOf, openTablet } from './support/tablet.ts';

for (const [theme, size] of [
  ['dim', TABLET],
  ['day', PHONE],
] as const)
  test(`[DEV16] the lock screen has no serious fault and fits, ${theme}, ${size.width} wide`, async ({ browser }, info) => {
    await using server = await startClinic();
    await playToRecovering(server, { patientId: PATIENTS[1].id, bayId: BAYS[0] });
    const visit = await playToInfusing(server, { chairId: CHAIRS[1] });
    await visit.say('record-vitals', { systolic: 165, diastolic: 95 });
    const { page } = await openTablet(browser, server, ['nurse', 'nurse2', 'physician'], { locked: true, theme, size });
    await expect(page.locator('[data-alarm]').first()).toContainText('Chair 2');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.screenshot({ path: info.outputPath('people.png') });
    await initialsOf(page, 'nurse2').click();
    for (const key of await page.getByRole('group', { name: 'PIN', exact: true }).getByRole('button').all()) {
      const box = await key.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56);
    }
    expect(await seriousFaults(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath('pin.png') });
    await page.getByRole('button', { name: 'Emergency', exact: true }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath('emergency.png') });
  });

test('[DEV16] the tablets of the clinic in settings have no serious fault', async ({ browser }, info) => {
  await using server = await startClinic();
  const admin = await server.as('admin');
  await admin.post('/api/devices', { name: 'Tablet 1' });
  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/devices', size: TABLET });
  await expect(page.getByText('Tablet 1', { exact: true })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.screenshot({ path: info.outputPath('devices.png') });
});

test('[DEV15] touches keep a sign-in open beyond its 30 minutes; left alone it ends', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  await untilLive(page);
  for (let times = 1; times <= 2; times += 1) {
    server.clock.advance(25 * MINUTE_MS);
    await page.clock.setFixedTime(Date.now() + times * 25 * MINUTE_MS);
    const said = page.waitForResponse('**/api/me');
    await page.mouse.click(5, 300);
    expect((await said).status()).toBe(200);
  }
  await expect(page).toHaveURL(`${server.url}/`);
  server.clock.advance(31 * MINUTE_MS);
  await expect(page).toHaveURL(/\/sign-in/);
});

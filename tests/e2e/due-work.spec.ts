import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { playToCheckedIn, playToInfusing, playToRecovering } from '../support/play-visit.ts';
import { BAYS, CHAIRS, PATIENTS, STAFF } from '../support/small-clinic.ts';
import { openScreen, PHONE, scrollsSideways, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { padFor, readingsOf } from './support/pad.ts';

test('[DUE5] lists what is due over my visits, sorted by time and counting down; others are folded below', async ({
  browser,
}) => {
  await using server = await startClinic();
  await playToRecovering(server, { bayId: BAYS[0] });
  const infusing = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  const other = await playToCheckedIn(server, { patientId: PATIENTS[2].id, chairId: CHAIRS[2] });
  await other.say('hand-over', { nurseId: STAFF.nurse2.id });
  server.clock.advance(11 * MINUTE_MS);
  const { page, complaints } = await openScreen(browser, server, { as: 'nurse', size: TABLET });
  await untilLive(page);
  await page.getByRole('link', { name: 'My chairs', exact: true }).click();
  await expect(page.getByText('2 visits · 1 due now', { exact: true })).toBeVisible();
  const now = page.getByRole('region', { name: 'Due now', exact: true }).getByRole('link');
  await expect(now).toHaveCount(1);
  await expect(now).toContainText('Vitals');
  await expect(now).toContainText('Noor Haddad');
  await expect(now).toContainText(/since 1:\d\d/);
  const next = page.getByRole('region', { name: 'Next', exact: true }).getByRole('link');
  await expect(next.first()).toContainText('Recovery vitals');
  await expect(next.first()).toContainText(/3:\d\d/);
  await expect(next.nth(1)).toContainText('Infusion ends');
  await expect(page.getByText('Zoë Núñez-Østergård', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Visits of others: 3 due now, 3 in all', exact: true }).click();
  await expect(page.getByText('Zoë Núñez-Østergård', { exact: true }).first()).toBeVisible();
  // What somebody records elsewhere takes its line away by itself.
  await infusing.say('record-vitals', { systolic: 124, diastolic: 78 });
  await expect(page.getByRole('region', { name: 'Due now', exact: true })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('[DUE6, UI78] on a phone one tap opens the pad; a full set of five numbers is 11 digits and one save', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(9 * MINUTE_MS);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: '/my-chairs', size: PHONE });
  await untilLive(page);
  let taps = 0;
  await page.getByRole('link', { name: /^.+ Vitals Maya Reyes Chair 1$/ }).click();
  taps += 1;
  const pad = padFor(page);
  await expect(pad.save).toBeVisible();
  expect(taps).toBeLessThanOrEqual(2);
  await pad.tap('1', '4', '2', '8', '4', '7', '8', '9', '7', '1', '4');
  await pad.save.click();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText(
    '142/84 · HR 78 · SpO₂ 97 % · RR 14',
  );
  expect(taps + pad.taps() + 1).toBe(13);
  await expect.poll(async () => (await readingsOf(visit)).at(-1)?.systolic).toBe(142);
  // The address has forgotten the form: loading again opens the visit, not the pad.
  await page.reload();
  await untilLive(page);
  await expect(pad.save).toHaveCount(0);
});

test('[DUE6] a step before the start opens where it is done', async ({ browser }) => {
  await using server = await startClinic();
  await playToCheckedIn(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: '/my-chairs', size: TABLET });
  await untilLive(page);
  await page.getByRole('link', { name: /^due since \d+:\d\d Baseline vitals Maya Reyes Chair 1$/ }).click();
  await expect(
    page.getByRole('button', {
      name: 'Baseline vitals , open, wanted within 15 min before: missing: Systolic, Diastolic, Heart rate and 3 more',
      exact: true,
    }),
  ).toHaveAttribute('aria-current', 'step');
  await expect(padFor(page).save).toBeVisible();
});

test('[DUE7] one visit is handed over from the visit, all of them for a break, and the timeline says so', async ({ browser }) => {
  await using server = await startClinic();
  const first = await playToInfusing(server);
  await playToCheckedIn(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${first.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Nurse: Ana Ruiz. Hand over', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Hand over · Maya Reyes', exact: true });
  await form.getByRole('button', { name: 'BO Ben Okoye RN', exact: true }).click();
  await form.getByRole('button', { name: 'Hand over to Ben Okoye', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('Handed over to Ben Okoye');
  await expect(page.getByRole('button', { name: 'Nurse: Ben Okoye. Hand over', exact: true })).toBeVisible();

  const ben = await openScreen(browser, server, { as: 'nurse2', path: '/my-chairs', size: TABLET });
  await untilLive(ben.page);
  await expect(ben.page.getByText('1 visit · 0 due now', { exact: true })).toBeVisible();
  await page.goto(`${server.url}/my-chairs`);
  await page.getByRole('button', { name: 'Hand over all my chairs', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'BO Ben Okoye RN', exact: true }).click();
  await page.getByRole('button', { name: 'Hand over 1 visit to Ben Okoye', exact: true }).click();
  await expect(page.getByText('You have no visit at the moment', { exact: true })).toBeVisible();
  await expect(ben.page.getByText('2 visits · 3 due now', { exact: true })).toBeVisible();
});

for (const theme of ['dim', 'day'] as const)
  test(`[DUE14] My chairs and handing over: nothing serious for axe on tablet and phone, ${theme}`, async ({ browser }) => {
    await using server = await startClinic();
    const visit = await playToInfusing(server);
    await visit.say('record-vitals', { systolic: 185, diastolic: 90 });
    server.clock.advance(13 * MINUTE_MS);
    const { page } = await openScreen(browser, server, { as: 'nurse', path: '/my-chairs', size: TABLET, theme });
    await untilLive(page);
    await expect(page.getByRole('link', { name: /^.+ Vitals Maya Reyes Chair 1$/ })).toContainText('overdue');
    await expect(page.locator('[data-alarm="high"]')).toContainText('Systolic 185, limit 180');
    for (const size of [TABLET, PHONE]) {
      await page.setViewportSize(size);
      expect([size.width, await seriousFaults(page)]).toEqual([size.width, []]);
      expect([size.width, await scrollsSideways(page)]).toEqual([size.width, false]);
    }
    await page.getByRole('button', { name: 'Hand over all my chairs', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const size of [PHONE, TABLET]) {
      await page.setViewportSize(size);
      expect([size.width, await seriousFaults(page)]).toEqual([size.width, []]);
    }
  });

import { expect, test } from '@playwright/test';
import { playToCheckedIn, playToScheduled } from '../support/play-visit.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { eventsOf } from './support/offline.ts';

test('[UI166, CLIN22] conditions are asked at the chair and stand beside the name, watched ones first', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  const { page: other } = await openScreen(browser, server, { as: 'physician', path, size: PHONE });
  await untilLive(page);
  await untilLive(other);
  const identity = page.getByRole('region', { name: 'Patient', exact: true });
  await identity.getByRole('button', { name: 'Conditions: not asked. Change conditions', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Save conditions', exact: true }).click();
  await expect(form).toContainText('Say which, or that there is none of them.');
  await form.getByRole('button', { name: 'None of these', exact: true }).click();
  await form.getByRole('button', { name: 'Epilepsy', exact: true }).click();
  await expect(form.getByRole('button', { name: 'None of these', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await form.getByRole('button', { name: 'Hypertension', exact: true }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save conditions', exact: true }).click();
  await expect(form).toHaveCount(0);
  const chip = identity.getByRole('button', { name: 'Hypertension, Epilepsy. Change conditions', exact: true });
  await expect(chip).toBeInViewport({ ratio: 1 });
  await expect(chip).toHaveAttribute('title', 'Hypertension: the blood pressure rises more. Epilepsy: seizures are possible');
  await expect(other.getByRole('region', { name: 'Patient', exact: true })).toContainText('Hypertension, Epilepsy');
});

test('[ALARM71, UI157] limits until a day are there again at the next visit, with who set them', async ({ browser }) => {
  await using server = await startClinic();
  const first = await playToCheckedIn(server);
  const { page } = await openScreen(browser, server, {
    as: 'physician',
    path: `/sessions/${first.sessionId}`,
    size: TABLET,
  });
  await untilLive(page);
  const identity = page.getByRole('region', { name: 'Patient', exact: true });
  await identity.getByRole('button', { name: 'Set own limits', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Systolic, alarm above', { exact: true }).fill('170');
  await form.getByRole('button', { name: 'Treated hypertension', exact: true }).click();
  await form.getByRole('button', { name: 'Every visit until a day', exact: true }).click();
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(form).toContainText('The last day on which they hold.');
  await form.getByLabel('Last day', { exact: true }).fill('24 Nov 2026');
  expect(await seriousFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'Set limits', exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(identity).toContainText('Own limits: Systolic ≤ 170');
  await expect.poll(async () => (await eventsOf(first)).map(({ type }) => type)).toContain('limits-set');
  await first.say('cancel-session', { reason: 'Patient unwell' });
  const next = await playToScheduled(server);
  await page.goto(`${server.url}/sessions/${next.sessionId}`);
  await untilLive(page);
  await expect(identity).not.toContainText('Own limits: Systolic');
  await next.say('check-in', { identifiers: ['name', 'date-of-birth'], weightKg: 80 });
  const chip = identity.getByRole('button', { name: 'Own limits: Systolic ≤ 170', exact: true });
  await chip.click();
  await expect(form).toContainText('Clara Novak, MD, at an earlier visit, for every visit until 24 Nov 2026');
});

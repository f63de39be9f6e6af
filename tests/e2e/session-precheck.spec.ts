import { expect, test } from '@playwright/test';
import { HOUR_MS, MINUTE_MS } from '../../shared/units.ts';
import { answerOf } from '../support/answer-of.ts';
import {
  aCheckIn,
  anOrder,
  playToCheckedIn,
  playToDischarged,
  playToReady,
  playToScheduled,
  someVitals,
} from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

test('[UI67] a weight in pounds shows the kilograms that are stored; one identifier is not enough', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToScheduled(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'lb', exact: true }).click();
  await page.getByLabel('Weight today', { exact: true }).fill('176.4');
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(page.getByText('Two different identifiers are needed.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Weight today', { exact: true })).toHaveValue('176.4');
  await page.getByRole('button', { name: 'Date of birth', exact: true }).click();
  await page.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Patient', exact: true })).toContainText('80.0 kg');
});

test('[UI70] only a free chair can be assigned, and what is missing stands beside the locked start', async ({ browser }) => {
  await using server = await startClinic();
  await playToCheckedIn(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[0] });
  const visit = await playToScheduled(server);
  await visit.say('check-in', aCheckIn());
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await expect(page.getByRole('button', { name: '1 taken', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: '2 free', exact: true }).click();
  await page.getByRole('button', { name: 'Assign chair 2', exact: true }).click();
  const start = page.getByRole('region', { name: 'Start', exact: true });
  await expect(start).toContainText('Not ready to start');
  await expect(start).toContainText('consent is current');
  await expect(start.getByRole('button', { name: 'Start infusion', exact: true })).toBeDisabled();
});

test('[UI70] a wrong answer blocks the start; a physician overrides it with a reason', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToReady(server);
  await visit.say('answer-checklist', { item: 'fasting', answer: 'no' });
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await expect(nurse.getByRole('heading', { name: 'Not ready to start', exact: true })).toBeVisible();
  await expect(
    nurse.getByText('Blocks the start. answered no. A physician may override it with a reason.', { exact: true }),
  ).toBeVisible();
  await expect(nurse.getByRole('button', { name: /^Override.*$/ })).toHaveCount(0);
  const { page } = await openScreen(browser, server, { as: 'physician', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await page.getByRole('button', { name: 'Override Fasted as the clinic asks', exact: true }).click();
  await page.getByRole('button', { name: 'Override this check', exact: true }).click();
  await expect(page.getByText('An override needs a reason.', { exact: true })).toBeVisible();
  await page.getByLabel('Why it may go on', { exact: true }).fill('clear fluids only, two hours ago');
  await page.getByRole('button', { name: 'Override this check', exact: true }).click();
  await expect(nurse.getByRole('heading', { name: 'Ready to start', exact: true })).toBeVisible();
});

test('[UI55] a baseline outside the hold limits says so before saving, and holds the start', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  for (const item of PROTOCOLS.iv.checklist) await visit.say('answer-checklist', answerOf(item));
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  for (const key of '14585') await page.keyboard.press(key);
  await expect(
    page.getByRole('button', {
      name: 'Systolic, 145 mmHg, last not measured, Systolic 145 mmHg, no start above 140',
      exact: true,
    }),
  ).toContainText('hold above 140');
  for (const key of '709814') await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Save vitals · 5 of 8 entered', exact: true }).click();
  await expect(page.locator('[data-step="baseline"]')).toHaveAttribute('data-state', 'failed');
  server.clock.advance(MINUTE_MS);
  await visit.say('record-vitals', someVitals());
  await visit.say('record-observation', { moaas: 5 });
  await expect(page.locator('[data-step="baseline"]')).toHaveAttribute('data-state', 'done');
});

test('[UI69] who wrote the order cannot check it, and is told who can; the strength is spelled out', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  await visit.say('write-order', anOrder({ concentrationMgPerMl: 10 }), { as: 'physician' });
  const { page: writer } = await openScreen(browser, server, {
    as: 'physician',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
  });
  await writer.locator('[data-step="confirm"]').click();
  await expect(writer.getByText('You wrote this order, so somebody else has to check it.', { exact: true })).toBeVisible();
  await expect(writer.getByText('ten milligrams per millilitre', { exact: true })).toBeVisible();
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await nurse.locator('[data-step="confirm"]').click();
  await expect(
    nurse.getByText(
      'Clara Novak wrote it; you check it on your own: drug, dose, strength on the label, and what the pump shows.',
      { exact: true },
    ),
  ).toBeVisible();
  await nurse.getByRole('button', { name: 'I have checked dose, strength and pump', exact: true }).click();
  await expect(writer.getByText(/^Checked by Ana Ruiz at \d\d:\d\d$/)).toBeVisible();
});

test('[DOSE31] a tenth of the last dose is said to who writes the order and to who checks it', async ({ browser }) => {
  await using server = await startClinic();
  await playToDischarged(server);
  server.clock.advance(72 * HOUR_MS);
  const visit = await playToCheckedIn(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page: writer } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await untilLive(writer);
  await writer.locator('[data-step="order"]').click();
  const step = writer.getByRole('region', { name: 'Order', exact: true });
  const said = '1/10 of the last dose: 0.5 mg/kg on 24 Nov 2026.';
  await step.getByLabel('Dose', { exact: true }).fill('0.5');
  await step.getByRole('button', { name: 'one milligram per millilitre', exact: true }).click();
  await step.getByLabel('Over', { exact: true }).fill('40');
  await expect(step.getByText(said, { exact: true })).toHaveCount(0);
  await step.getByLabel('Dose', { exact: true }).fill('0.05');
  await expect(step.getByText(said, { exact: true })).toBeVisible();
  await step.getByRole('button', { name: 'Write order', exact: true }).click();
  const { page: second } = await openScreen(browser, server, { as: 'nurse2', path, size: TABLET });
  await untilLive(second);
  await second.locator('[data-step="confirm"]').click();
  await expect(second.getByText(said, { exact: true })).toBeVisible();
});

test('[VISIT54] a pregnancy test asks for the day of its result, and for why it does not apply', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.locator('[data-step="checklist"]').click();
  const answer = (name: string) => page.getByRole('button', { name: `${name}: Pregnancy test negative`, exact: true });
  await answer('n/a, Not applicable').click();
  await page.getByRole('button', { name: 'After the menopause', exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline).toContainText('Pregnancy test negative: not applicable · After the menopause');
  await answer('Yes').click();
  await page.getByLabel('In other words', { exact: true }).fill('Last Monday');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline).toContainText('Pregnancy test negative: yes · Last Monday');
  await expect(answer('Yes')).toHaveAttribute('aria-pressed', 'true');
});

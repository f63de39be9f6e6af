import { expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, STAFF } from '../support/small-clinic.ts';
import { chairCard, DESKTOP, openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Active alarms, most urgent first' });

/** Chair 1: SpO₂ 91 (medium). Chair 2: systolic 188 (high), HR 125 (medium), SpO₂ 88 (high), RR 7 (high). */
async function twoVisitsInAlarm(server: TestServer) {
  const first = await playToInfusing(server);
  const second = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await first.say('record-vitals', someVitals({ spo2: 91 }));
  // One after the other: what one reading raises is one card.
  await second.say('record-vitals', { systolic: 188, diastolic: 100 });
  for (const vitals of [{ heartRate: 125 }, { spo2: 88 }, { respiratoryRate: 7 }]) await second.say('record-vitals', vitals);
  return { first, second };
}

test('[UI5][ALARM63] the bar grows for what nobody answered, counts answered ones that do not fit, and shows all at one press', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { second } = await twoVisitsInAlarm(server);
  const { page } = await openScreen(browser, server, { as: 'physician', size: { ...DESKTOP, width: 1280 } });
  await untilLive(page);
  await expect(bar(page).getByRole('heading')).toHaveText('5 alarms');
  const marks = bar(page).getByRole('listitem').locator('[data-alarm]');
  await expect(marks).toHaveCount(5);
  const order = () => marks.evaluateAll((strips) => strips.map((strip) => strip.getAttribute('data-alarm')));
  await expect.poll(order).toEqual(['high', 'high', 'high', 'medium', 'medium']);
  for (const strip of await marks.all()) await expect(strip).toBeInViewport({ ratio: 1 });
  const more = bar(page).getByRole('button', { name: /^\+\d more$/ });
  await expect(more).toHaveCount(0);
  for (const { alarmId, position } of server.services.model.session(second.sessionId)?.alarms ?? [])
    await second.say('acknowledge-alarm', { alarmId, position });
  await expect.poll(order).toEqual(['medium', 'high', 'high', 'high', 'medium']);
  await more.click();
  for (const strip of await marks.all()) await expect(strip).toBeInViewport({ ratio: 1 });
  await bar(page).getByRole('button', { name: 'Show fewer' }).click();
  await expect(more).toBeVisible();
});

test('[UI5] a tablet has room for every alarm', async ({ browser }) => {
  await using server = await startClinic();
  await twoVisitsInAlarm(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', size: TABLET });
  await untilLive(page);
  await expect(bar(page).getByRole('listitem').locator('[data-alarm]')).toHaveCount(5);
  for (const strip of await bar(page).getByRole('listitem').all()) await expect(strip).toBeInViewport({ ratio: 1 });
});

test('[UI6] one tap acknowledges; every screen keeps the words, with who and when', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  const physician = await openScreen(browser, server, { as: 'physician' });
  const nurse = await openScreen(browser, server, { as: 'nurse', size: TABLET });
  await untilLive(nurse.page);
  await chairCard(physician.page, '1')
    .getByRole('button', { name: 'Acknowledge SpO₂ 88 %, chair 1, Maya R.', exact: true })
    .click();
  for (const { page } of [physician, nurse]) {
    const strip = chairCard(page, '1').locator('[data-alarm]');
    await expect(strip).toContainText('SpO₂ 88 %, limit 90');
    await expect(strip).toContainText(/acknowledged.*CN \d\d:\d\d/);
    await expect(page.getByRole('button', { name: /^Acknowledge/ })).toHaveCount(0);
  }
  await expect(physician.page).toHaveURL(/\/$/);
});

test('[UI5] a new alarm is said aloud, once', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  const said = bar(page).locator('[aria-live="assertive"]');
  await expect(said).toHaveText('');
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  await expect(said).toHaveText('high alarm, Chair 1: SpO₂ 88 %, limit 90');
});

test('[ALARM63] two signs of one reading are one card that says both, aloud too; a foot shows and answers one by one', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await visit.say('record-vitals', someVitals({ heartRate: 155, spo2: 85 }));
  const [one, other] = ['Heart rate 155, limit 150', 'SpO₂ 85 %, limit 90'];
  await expect(bar(page).locator('[aria-live="assertive"]')).toContainText(`Chair 1: ${one}`);
  await expect(bar(page).locator('[aria-live="assertive"]')).toContainText(`Chair 1: ${other}`);
  const card = bar(page).locator('[data-alarm]');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('Heart rate 155');
  await expect(card).toContainText('SpO₂ 85 %');
  const foot = chairCard(page, '1').locator('[data-alarm]');
  await expect(foot).toContainText('+1 open');
  await foot.getByRole('button', { name: 'Acknowledge Heart rate 155, chair 1, Maya R.', exact: true }).click();
  await expect(foot).toContainText('+1 answered');
  await expect(foot.getByRole('button', { name: 'Acknowledge SpO₂ 85 %, chair 1, Maya R.', exact: true })).toBeVisible();
  await expect
    .poll(() => server.services.model.session(visit.sessionId)?.alarms.filter((alarm) => alarm.acknowledged).length)
    .toBe(1);
});

test('[UI6] who may not acknowledge is not offered it', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ systolic: 188, diastolic: 100 }));
  const { page } = await openScreen(browser, server, { as: 'manager' });
  await expect(chairCard(page, '1').locator('[data-alarm="high"]')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Acknowledge/ })).toHaveCount(0);
});

test('[UI7] the nurse filter dims the cards of others, never one with an alarm', async ({ browser }) => {
  await using server = await startClinic();
  const first = await playToInfusing(server);
  const second = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await second.say('hand-over', { nurseId: STAFF.nurse2.id });
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await page.getByRole('button', { name: 'Ben Okoye' }).click();
  await expect(chairCard(page, '1')).toHaveCSS('opacity', '0.4');
  await expect(chairCard(page, '2')).toHaveCSS('opacity', '1');
  await first.say('record-vitals', someVitals({ spo2: 88 }));
  await expect(chairCard(page, '1')).toHaveCSS('opacity', '1');
  await expect(bar(page)).toContainText('SpO₂ 88 %');
});

test('[UI4] a number past its due time looks stale, one never measured says so, and the next reading is overdue', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  server.clock.advance(MINUTE_MS);
  await visit.say('record-vitals', { systolic: 126, diastolic: 80 });
  const second = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await second.say('record-vitals', { systolic: 118, diastolic: 74 });
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  const card = chairCard(page, '1');
  await expect(card.getByText('126/80')).toHaveCSS('text-decoration-line', 'none');
  // A minute after the last one the signs that were left out are measured: what is overdue then is the reading.
  server.clock.advance(MINUTE_MS);
  await visit.say('record-observation', { moaas: 5 });
  await visit.say('record-vitals', { heartRate: 70, spo2: 98, respiratoryRate: 14 });
  server.clock.advance(12 * MINUTE_MS);
  await expect(card.getByText('stale').first()).toBeVisible();
  await expect(card.getByText('126/80')).toHaveCSS('text-decoration-style', 'dashed');
  await expect(card.getByText('13 min ago').first()).toBeVisible();
  await expect(card.getByText('overdue', { exact: true })).toBeVisible();
  await expect(card.locator('[data-alarm="low"]')).toContainText('Vitals overdue');
});

import { expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, STAFF } from '../support/small-clinic.ts';
import { chairCard, DESKTOP, openScreen, PHONE, scrollsSideways, startClinic, TABLET, untilLive } from './support/browse.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Active alarms, most urgent first', exact: true });
const spoken = (page: Page) => page.locator('[data-react-aria-top-layer] > [aria-live="assertive"]');

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

test('[UI5, ALARM63] a big screen has rows for all that nobody answered; answered ones are counted apart, one press away', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { second } = await twoVisitsInAlarm(server);
  const { page } = await openScreen(browser, server, { as: 'physician', size: { ...DESKTOP, width: 1280 } });
  await untilLive(page);
  await expect(bar(page).getByRole('heading')).toHaveText('5 unanswered');
  const marks = bar(page).getByRole('listitem').locator('[data-alarm]');
  const order = () => marks.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-alarm')));
  await expect.poll(order).toEqual(['high', 'high', 'high', 'medium', 'medium']);
  for (const card of await marks.all()) await expect(card).toBeInViewport({ ratio: 1 });
  for (const { alarmId, position } of server.services.model.session(second.sessionId)?.alarms ?? [])
    await second.say('acknowledge-alarm', { alarmId, position });
  await expect.poll(order).toEqual(['medium']);
  await expect(bar(page).getByRole('heading')).toHaveText('1 unanswered');
  const answered = bar(page).getByRole('button', { name: '4 acknowledged', exact: true });
  await answered.click();
  const list = bar(page).getByRole('list', { name: 'acknowledged, still past a limit', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('listitem').filter({ hasText: 'Systolic 188' })).toContainText(/acknowledged AR \d\d:\d\d/);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
});

for (const { name, size } of [
  { name: 'tablet', size: TABLET },
  { name: 'phone', size: PHONE },
])
  test(`[UI5] a ${name} shows the most urgent in full and counts the others as unanswered, on every screen`, async ({
    browser,
  }) => {
    await using server = await startClinic();
    const { first } = await twoVisitsInAlarm(server);
    const { page } = await openScreen(browser, server, { as: 'nurse', size });
    const drawn = bar(page).getByRole('listitem').filter({ visible: true });
    for (const path of ['/', '/my-chairs', '/recovery', '/history', '/settings/patients', `/sessions/${first.sessionId}`]) {
      await page.goto(`${server.url}${path}`);
      await untilLive(page);
      await expect(drawn.filter({ hasText: 'Chair 2' }).filter({ hasText: /Systolic 188, limit 180/ })).toBeInViewport({
        ratio: 1,
      });
      const more = bar(page).getByRole('button', { name: `+${5 - (await drawn.count())} unanswered`, exact: true });
      await more.click();
      await expect(bar(page).getByRole('list', { name: 'unanswered', exact: true }).getByRole('listitem')).toHaveCount(5);
      expect(await scrollsSideways(page)).toBe(false);
      await page.keyboard.press('Escape');
    }
  });

test('[UI168] nobody answers: the strip is filled, then every screen has a frame, until somebody does', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  const physician = await openScreen(browser, server, { as: 'physician', path: '/history' });
  const nurse = await openScreen(browser, server, { as: 'nurse2', path: '/settings/patients', size: TABLET });
  const pages = [physician.page, nurse.page];
  for (const page of pages) await untilLive(page);
  for (const page of pages) await expect(bar(page)).not.toHaveAttribute('data-asks');
  server.clock.advance(MINUTE_MS);
  for (const page of pages) {
    await expect(bar(page)).toHaveAttribute('data-asks', 'all');
    await expect(bar(page)).toContainText('nobody has answered, all nurses and the physician asked');
  }
  server.clock.advance(MINUTE_MS);
  for (const page of pages) {
    await expect(bar(page)).toHaveAttribute('data-asks', 'clinic');
    await expect(bar(page)).toContainText('nobody has answered, the whole clinic asked');
  }
  await bar(nurse.page).getByRole('button', { name: 'Acknowledge SpO₂ 88 %, chair 1, Maya R.', exact: true }).click();
  for (const page of pages) await expect(bar(page)).not.toHaveAttribute('data-asks');
});

test('[UI169, UI170] title and icon of the window count what nobody answered; words lead to the patient', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history' });
  await untilLive(page);
  await expect(page).toHaveTitle('History · Chairside');
  await visit.say('record-vitals', someVitals({ spo2: 88 }));
  await expect(page).toHaveTitle('(1) History · Chairside');
  const icon = page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute('href', '/icon-alarm.svg');
  await bar(page).getByRole('link', { name: 'Open chair 1, Maya R.', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/sessions/${visit.sessionId}`);
  await expect(page).toHaveTitle('(1) Chair 1 · Chairside');
  for (const { alarmId, position } of server.services.model.session(visit.sessionId)?.alarms ?? [])
    await visit.say('acknowledge-alarm', { alarmId, position });
  await expect(page).toHaveTitle('Chair 1 · Chairside');
  await expect(icon).toHaveAttribute('href', '/icon.svg');
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
    await expect(page.getByRole('button', { name: /^Acknowledge.*$/ })).toHaveCount(0);
  }
  await expect(physician.page).toHaveURL(/\/$/);
});

test('[UI5] a new alarm is said aloud, once', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  const said = spoken(page);
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
  await expect(spoken(page)).toContainText(`Chair 1: ${one}`);
  await expect(spoken(page)).toContainText(`Chair 1: ${other}`);
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
  await expect(page.getByRole('button', { name: /^Acknowledge.*$/ })).toHaveCount(0);
});

test('[UI7] the nurse filter dims the cards of others, never one with an alarm', async ({ browser }) => {
  await using server = await startClinic();
  const first = await playToInfusing(server);
  const second = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await second.say('hand-over', { nurseId: STAFF.nurse2.id });
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await page.getByRole('button', { name: 'BO, Ben Okoye', exact: true }).click();
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
  await expect(card.getByText('126/80', { exact: true })).toHaveCSS('text-decoration-line', 'none');
  // A minute after the last one the signs that were left out are measured: what is overdue then is the reading.
  server.clock.advance(MINUTE_MS);
  await visit.say('record-observation', { moaas: 5 });
  await visit.say('record-vitals', { heartRate: 70, spo2: 98, respiratoryRate: 14 });
  server.clock.advance(12 * MINUTE_MS);
  await expect(card.getByText('stale', { exact: true }).first()).toBeVisible();
  await expect(card.getByText('126/80', { exact: true })).toHaveCSS('text-decoration-style', 'dashed');
  await expect(card.getByText('13 min ago', { exact: true }).first()).toBeVisible();
  await expect(card.getByText('overdue', { exact: true })).toBeVisible();
  await expect(card.locator('[data-alarm="low"]')).toContainText('Vitals overdue');
});

import { type Browser, expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import type { PlayedVisit } from '../support/play-visit.ts';
import { STAFF } from '../support/small-clinic.ts';
import { openScreen, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { eventsOf, lineOf } from './support/offline.ts';
import { dosesOf, orderedToInject, readyToInject } from './support/ready-for-dose.ts';

/** The nurse's screen of the visit. */
async function openVisit(browser: Browser, server: TestServer, visit: PlayedVisit) {
  const screen = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(screen.page);
  return screen;
}

/** Minutes observed, in the strip of what is now. */
const observed = (page: Page) =>
  page
    .getByRole('region', { name: 'Now', exact: true })
    .locator('div')
    .filter({ has: page.getByText('Observed', { exact: true }) })
    .locator('dd')
    .first();

/** The form of an injection, as fingers use it. */
function injection(page: Page) {
  const form = page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true });
  const amount = form.getByRole('textbox', { name: /^(Another amount|Amount)$/ });
  const open = () => page.getByRole('button', { name: 'Give dose', exact: true }).click();
  const record = (mg: number) => form.getByRole('button', { name: `Record ${mg} mg IM given`, exact: true });
  return {
    form,
    amount,
    open,
    record,
    async type(mg: number) {
      await open();
      await amount.fill(`${mg}`);
      await record(mg).click();
    },
  };
}

test('[VISIT17, DOSE1] an injection stays locked until the order is checked; then it is given from the start bar, as tapped', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await orderedToInject(server);
  const { page, complaints } = await openVisit(browser, server, visit);
  const start = page.getByRole('region', { name: 'Start', exact: true });
  await expect(start).toContainText('Not ready to start');
  await expect(start.getByRole('button', { name: 'Give dose', exact: true })).toBeDisabled();
  const early = await visit.try('give-dose', { route: 'im', doseMg: 40 });
  expect([early.status, early.body.code]).toEqual([409, 'not-ready']);

  await visit.say('confirm-order', {}, { as: 'nurse2' });
  await expect(start).toContainText('Ready to start');
  // An injection is no infusion: there is no rate to start at.
  await expect(page.getByRole('button', { name: /^Start.*$/ })).toHaveCount(0);
  const { form, amount, open, record } = injection(page);
  await open();
  await expect(form).toContainText(/Ordered\s*40 mg/);
  await expect(form).toContainText(/Given\s*0 mg/);
  // No dose is no entry.
  const range = 'Dose must be a number above 0, up to 2000 mg.';
  for (const [typed, says] of [
    ['', 'Say how many mg were given.'],
    ['0', range],
    ['2001', range],
  ] as const) {
    await amount.fill(typed);
    await form.getByRole('button', { name: /^Record (dose|\d+ mg IM given)$/ }).click();
    await expect(amount).toHaveAccessibleDescription(says);
    await expect(amount).toBeFocused();
  }
  await amount.fill('');
  expect(await dosesOf(visit)).toEqual([]);
  await form.getByRole('button', { name: '40 mg', exact: true }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await record(40).click();
  await expect(form).toHaveCount(0);

  const strip = page.getByRole('region', { name: 'Now', exact: true });
  await expect(strip).toContainText('Dose given');
  await expect(strip).toContainText('40 of 40 mg');
  await expect(strip).toContainText(/last 10:0\d/);
  await expect(strip).not.toContainText('mL/h');
  await expect(strip.locator('[data-next-vitals]')).toHaveAttribute('data-next-vitals', 'counting');
  await expect(strip.locator('[data-next-device]')).toHaveCount(0);
  await expect(lineOf(page, 'Dose given: 40 mg IM')).toHaveCount(1);
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
  const stored = (await eventsOf(visit)).find(({ type }) => type === 'dose-given');
  expect(stored?.actor.id).toBe(STAFF.nurse.id);
  expect(complaints).toEqual([]);
});

test('[DUE8, DOSE2] two shots add up to the order, and the observation counts from the last one', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page } = await openVisit(browser, server, visit);
  const { form, open, record, type } = injection(page);
  const strip = page.getByRole('region', { name: 'Now', exact: true });
  await type(25);
  await expect(strip).toContainText('25 of 40 mg');
  await expect(observed(page)).toHaveText('0 min');
  await expect.poll(() => dosesOf(visit)).toHaveLength(1);
  server.clock.advance(12 * MINUTE_MS);
  await expect(observed(page)).toHaveText('12 min');

  await open();
  await expect(form).toContainText(/Left\s*15 mg/);
  await expect(form).toContainText('Ketamine, the rest of the order');
  await form.getByRole('button', { name: '15 mg', exact: true }).click();
  await record(15).click();
  await expect(form).toHaveCount(0);
  await expect(strip).toContainText('2 doses given');
  await expect(strip).toContainText('40 of 40 mg');
  await expect(strip).toContainText(/last 10:1\d/);
  await expect(observed(page)).toHaveText('0 min');
  await expect(lineOf(page, 'Dose given: 25 mg IM')).toHaveCount(1);
  await expect(lineOf(page, 'Dose given: 15 mg IM')).toHaveCount(1);
  await expect
    .poll(() => dosesOf(visit))
    .toEqual([
      { route: 'im', doseMg: 25 },
      { route: 'im', doseMg: 15 },
    ]);

  // A third one is more than was ordered: said in words, and not recorded by the first tap.
  server.clock.advance(5 * MINUTE_MS);
  await type(10);
  await expect(form.getByRole('status')).toHaveText(
    '50 mg would be in, 40 mg are ordered. Save again to record it all the same.',
  );
  expect(await dosesOf(visit)).toHaveLength(2);
  await record(10).click();
  await expect(form).toHaveCount(0);
  await expect(strip).toContainText('50 of 40 mg');
  await expect.poll(() => dosesOf(visit)).toHaveLength(3);
});

test('[VISIT17, DUE9] the same shot within two minutes is stopped in words; after that it is another one', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page } = await openVisit(browser, server, visit);
  const { form, type } = injection(page);
  const strip = page.getByRole('region', { name: 'Now', exact: true });
  await type(20);
  await expect(form).toHaveCount(0);
  await expect.poll(() => dosesOf(visit)).toHaveLength(1);
  await type(20);
  const card = page.getByRole('alert', { name: 'The same dose was recorded just now', exact: true });
  await expect(card).toContainText('20 mg IM');
  await expect(card).toContainText('Ana Ruiz, you');
  await card.getByRole('button', { name: 'It is the same dose: discard mine', exact: true }).click();
  await expect(form).toHaveCount(0);
  expect(await dosesOf(visit)).toEqual([{ route: 'im', doseMg: 20 }]);

  server.clock.advance(3 * MINUTE_MS);
  await expect(observed(page)).toHaveText('3 min');
  await type(20);
  await expect(form).toHaveCount(0);
  await expect(strip).toContainText('40 of 40 mg');
  await expect(lineOf(page, 'Dose given: 20 mg IM')).toHaveCount(2);
  await expect
    .poll(() => dosesOf(visit))
    .toEqual([
      { route: 'im', doseMg: 20 },
      { route: 'im', doseMg: 20 },
    ]);
});

import { expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { PASSWORD } from '../support/builders.ts';
import { playToInfusing, playToReady } from '../support/play-visit.ts';
import { PINS } from '../support/shared-tablet.ts';
import { STAFF } from '../support/small-clinic.ts';
import { personMenu, seriousFaults, startClinic } from './support/browse.ts';
import { openLink } from './support/link.ts';
import { eventsOf, lineOf, pill, saveReading, systolics, untilKeeping } from './support/offline.ts';
import { dosesOf, readyToInject } from './support/ready-for-dose.ts';
import { openByPin, openTablet, switchPerson, typePin, unlockAs } from './support/tablet.ts';

const question = (page: Page) => page.getByRole('dialog', { name: 'Confirm with your PIN', exact: true });

/** 40 mg from the start bar. */
async function inject40(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Give dose', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true });
  await form.getByRole('button', { name: '40 mg', exact: true }).click();
  await form.getByRole('button', { name: 'Record 40 mg IM given', exact: true }).click();
}

test('[DEV7] opened by PIN, a dose wants the PIN once more: a wrong one stores nothing and says so, the right one stores it once', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page, tablet } = await openByPin(browser, server, visit);
  await inject40(page);
  await expect(question(page)).toContainText('Giving the dose needs your PIN again, Ana Ruiz.');
  expect(await dosesOf(visit)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);

  await typePin(page, '111119');
  await expect(question(page).getByRole('alert')).toHaveText('Not accepted. 4 tries are left.');
  expect(await dosesOf(visit)).toEqual([]);

  await typePin(page, PINS.nurse);
  await expect(question(page)).toHaveCount(0);
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
  await expect(lineOf(page, 'Dose given: 40 mg IM')).toHaveCount(1);
  await expect(page.getByText('waiting to send', { exact: true })).toHaveCount(0);
  const stored = (await eventsOf(visit)).find(({ type }) => type === 'dose-given');
  expect([stored?.actor.id, stored?.deviceId]).toEqual([STAFF.nurse.id, tablet.device.id]);
});

test('[DEV7] a PIN covers one dose: the next one asks again', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page } = await openByPin(browser, server, visit);
  const form = page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true });
  for (const [mg, doses] of [
    [25, 1],
    [15, 2],
  ] as const) {
    await page.getByRole('button', { name: 'Give dose', exact: true }).click();
    await form.getByRole('textbox', { name: 'Another amount', exact: true }).fill(`${mg}`);
    await form.getByRole('button', { name: `Record ${mg} mg IM given`, exact: true }).click();
    await expect(question(page)).toBeVisible();
    expect(await dosesOf(visit)).toHaveLength(doses - 1);
    await typePin(page, PINS.nurse);
    await expect.poll(() => dosesOf(visit)).toHaveLength(doses);
    await expect(question(page)).toHaveCount(0);
  }
});

test('[DEV7, OUT6] a dose whose PIN is not typed stays in sight as not stored; sent again it asks again', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page } = await openByPin(browser, server, visit);
  await inject40(page);
  await question(page).getByRole('button', { name: 'Close', exact: true }).click();
  const refused = page.locator('[data-refused="give-dose"]');
  await expect(refused).toContainText('Nothing was stored yet.');
  await expect(lineOf(page, 'Dose given')).toHaveCount(0);
  expect(await dosesOf(visit)).toEqual([]);
  await refused.getByRole('button', { name: 'Send again', exact: true }).click();
  await expect(question(page)).toBeVisible();
  await typePin(page, PINS.nurse);
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
  await expect(refused).toHaveCount(0);
});

test('[DEV7, DEV5] five wrong PINs at a dose lock the tablet: the dose is not stored, and the password opens it again', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const { page } = await openByPin(browser, server, visit);
  await inject40(page);
  for (const left of ['4 tries are', '3 tries are', '2 tries are', '1 try is']) {
    await typePin(page, '111119');
    await expect(question(page).getByRole('alert')).toHaveText(`Not accepted. ${left} left.`);
  }
  await typePin(page, '111119');
  const lock = page.getByRole('dialog', { name: 'Locked', exact: true });
  await expect(lock.getByRole('heading', { name: 'Sign in with your password', exact: true })).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(await dosesOf(visit)).toEqual([]);
  await lock.getByLabel('User name', { exact: true }).fill('nurse');
  await lock.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await lock.getByRole('button', { name: 'Unlock', exact: true }).click();
  await untilKeeping(page);
  // Nobody confirmed it: it is said, and goes only when she says so. The password has opened the tablet: no PIN is asked for.
  const refused = page.locator('[data-refused="give-dose"]');
  await expect(refused).toContainText('Nothing was stored yet.');
  expect(await dosesOf(visit)).toEqual([]);
  await refused.getByRole('button', { name: 'Send again', exact: true }).click();
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
});

test('[DEV7, OUT3] the network breaks while the PIN is asked for: one PIN, and the dose is stored once', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const path = `/sessions/${visit.sessionId}`;
  await using link = await openLink(server.url);
  const { page } = await openTablet(browser, server, ['nurse'], { locked: true, path });
  await page.goto(`${link.url}${path}`);
  await unlockAs(page, 'nurse');
  await untilKeeping(page);
  await inject40(page);
  await expect(question(page)).toBeVisible();
  const askedAt = await page.evaluate(() => performance.now());
  link.cut();
  await expect(pill(page)).toHaveAttribute('data-connection', 'catching-up');
  // Older than an attempt may be that hangs on the old link: this one waits for a person.
  await page.waitForFunction((since) => performance.now() - since > 2_000, askedAt);
  // Back, and told everything: from here on what waits would go out again.
  const caughtUp = new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => payload.toString().includes('caught-up') && resolve()),
    );
  });
  link.mend();
  await caughtUp;
  await typePin(page, PINS.nurse);
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
  await expect(question(page)).toHaveCount(0);
});

test('[DEV7, VISIT8] opened by PIN, a physician’s override of a check wants the PIN once more', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToReady(server);
  await visit.say('answer-checklist', { item: 'fasting', answer: 'no' });
  const overrides = async () => (await eventsOf(visit)).filter(({ type }) => type === 'check-overridden');
  const { page, tablet } = await openByPin(browser, server, visit, 'physician');
  await page.getByRole('button', { name: 'Override Fasted as the clinic asks', exact: true }).click();
  await page.getByLabel('Why it may go on', { exact: true }).fill('clear fluids only, two hours ago');
  await page.getByRole('button', { name: 'Override this check', exact: true }).click();
  await expect(question(page)).toContainText('Going on against a check needs your PIN again, Clara Novak.');
  expect(await overrides()).toEqual([]);
  await typePin(page, '111119');
  await expect(question(page).getByRole('alert')).toHaveText('Not accepted. 4 tries are left.');
  expect(await overrides()).toEqual([]);
  await typePin(page, PINS.physician);
  await expect(question(page)).toHaveCount(0);
  await expect.poll(async () => (await overrides()).length).toBe(1);
  const [stored] = await overrides();
  expect(stored?.data).toMatchObject({
    item: 'fasting',
    reason: 'clear fluids only, two hours ago',
    seen: [{ what: 'fasting', value: 'no' }],
  });
  expect([stored?.actor.id, stored?.deviceId]).toEqual([STAFF.physician.id, tablet.device.id]);
  await expect(page.getByRole('heading', { name: 'Ready to start', exact: true })).toBeVisible();
});

test('[OUT7, OUT9, DEV9, DEV7] a dose that waits says so and is not another nurse’s to send: it stays until its author is back with the PIN', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page, context, tablet } = await openTablet(browser, server, ['nurse2', 'nurse'], { path });
  await untilKeeping(page);
  // Commands alone are lost: everything else still passes, so that the tablet can be locked.
  await context.route('**/commands', (route) => route.abort());
  await inject40(page);
  await expect(pill(page)).toContainText('1 entry to send');
  await expect(page.getByRole('region', { name: 'Now', exact: true })).toContainText('waiting to send');
  await switchPerson(page);
  await expect(page.getByRole('dialog', { name: 'Locked', exact: true })).toBeVisible();
  await context.unroute('**/commands');
  server.clock.advance(2 * MINUTE_MS);

  await unlockAs(page, 'nurse2');
  await expect(personMenu(page, 'Ben Okoye')).toBeVisible();
  await untilKeeping(page);
  await expect(page.getByText('1 entry of Ana Ruiz waits on this tablet.', { exact: true })).toBeVisible();
  await expect(page.getByText('Only Ana Ruiz can send it, signed in on this device.', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ready to start', exact: true })).toBeVisible();
  // Ben's own goes out at once: the way is free, and what is Ana's does not take it.
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('button', { name: 'Drank water', exact: true }).click();
  await expect.poll(async () => (await eventsOf(visit)).some(({ type }) => type === 'note-added')).toBe(true);
  await expect(page.getByText('1 entry of Ana Ruiz waits on this tablet.', { exact: true })).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(await dosesOf(visit)).toEqual([]);

  await switchPerson(page);
  await unlockAs(page, 'nurse');
  await expect(personMenu(page, 'Ana Ruiz')).toBeVisible();
  await expect(question(page)).toContainText('Giving the dose needs your PIN again, Ana Ruiz.');
  expect(await dosesOf(visit)).toEqual([]);
  await typePin(page, PINS.nurse);
  await expect.poll(() => dosesOf(visit)).toEqual([{ route: 'im', doseMg: 40 }]);
  await expect(page.getByText(/^.* waits? on this tablet\.$/)).toHaveCount(0);
  await expect(lineOf(page, 'Dose given: 40 mg IM')).toHaveCount(1);
  const taken = (await eventsOf(visit)).flatMap(({ type, actor, deviceId }) =>
    deviceId === undefined ? [] : [[type, actor.id, deviceId]],
  );
  expect(taken).toEqual([
    ['note-added', STAFF.nurse2.id, tablet.device.id],
    ['dose-given', STAFF.nurse.id, tablet.device.id],
  ]);
});

test('[OUT9, OUT19, DEV9] what one nurse left waiting goes out as hers when the next one has the tablet', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page, context, tablet } = await openTablet(browser, server, ['nurse2', 'nurse'], { path });
  await untilKeeping(page);
  // Commands alone are lost: everything else still passes, so that the tablet can be locked.
  await context.route('**/commands', (route) => route.abort());
  await context.route('**/carried-entries', (route) => route.abort());
  await saveReading(page, 151, 93);
  await expect(pill(page)).toContainText('1 entry to send');
  await switchPerson(page);
  await expect(page.getByRole('dialog', { name: 'Locked', exact: true })).toBeVisible();

  await unlockAs(page, 'nurse2');
  await expect(personMenu(page, 'Ben Okoye')).toBeVisible();
  await untilKeeping(page);
  await expect(page.getByText('1 entry of Ana Ruiz waits on this tablet.', { exact: true })).toBeVisible();
  await expect(lineOf(page, '151/93')).toHaveCount(0);
  expect(await systolics(visit)).toEqual([122]);

  // The way is free again: hers goes out without her, and Ben's own with it.
  await context.unroute('**/commands');
  await context.unroute('**/carried-entries');
  server.clock.advance(2 * MINUTE_MS);
  await saveReading(page, 128, 80);
  await expect.poll(async () => (await systolics(visit)).toSorted()).toEqual([122, 128, 151]);
  await expect(page.getByText(/^.* waits? on this tablet\.$/)).toHaveCount(0);
  await expect(lineOf(page, '151/93')).toContainText('AR');
  const readings = (await eventsOf(visit)).filter(
    ({ type, deviceId }) => type === 'vitals-recorded' && deviceId === tablet.device.id,
  );
  expect(new Map(readings.map(({ actor, data }) => ['systolic' in data ? data.systolic : undefined, actor.id]))).toEqual(
    new Map([
      [128, STAFF.nurse2.id],
      [151, STAFF.nurse.id],
    ]),
  );
});

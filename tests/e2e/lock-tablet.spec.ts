import { expect, test } from '@playwright/test';
import { playToInfusing, playToRecovering } from '../support/play-visit.ts';
import { PINS } from '../support/shared-tablet.ts';
import { BAYS, CHAIRS, PATIENTS, STAFF } from '../support/small-clinic.ts';
import { openScreen, personMenu, startClinic, untilLive } from './support/browse.ts';
import { padFor } from './support/pad.ts';
import { initialsOf, openTablet, switchPerson, typePin, unlockAs } from './support/tablet.ts';

const locked = { name: 'Locked', exact: true } as const;

test('[DEV1, DEV2] an administrator enrols the tablet in settings; people set a PIN, and it is taken out of use', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/devices' });
  await page.getByRole('button', { name: 'Enrol this device', exact: true }).click();
  await page.getByLabel('Name of the tablet', { exact: true }).fill('Tablet 7');
  await page.getByRole('button', { name: 'Enrol it', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Tablet 7' })).toContainText('this device');

  await personMenu(page).click();
  await page.getByRole('button', { name: 'Set PIN', exact: true }).click();
  await page.getByLabel('Your password', { exact: true }).fill('a-quiet-room-42');
  await page.getByLabel('New PIN', { exact: true }).fill('123456');
  await page.getByLabel('The same PIN again', { exact: true }).fill('123456');
  await page.getByRole('dialog').getByRole('button', { name: 'Set PIN', exact: true }).click();
  await expect(page.getByText('This PIN is too easy to guess; please take another one.', { exact: true })).toBeVisible();
  await page.getByLabel('New PIN', { exact: true }).fill('740281');
  await page.getByLabel('The same PIN again', { exact: true }).fill('740281');
  await page.getByRole('dialog').getByRole('button', { name: 'Set PIN', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await switchPerson(page);
  await initialsOf(page, 'admin').click();
  await typePin(page, '740281');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take out of use: Tablet 7', exact: true }).click();
  await page.getByRole('button', { name: 'Take out of use', exact: true }).last().click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('[DEV9, DEV12] two nurses on one tablet: each unlocks with initials and PIN, and each entry is its author’s', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page, tablet } = await openTablet(browser, server, ['nurse2', 'nurse'], { path: `/sessions/${visit.sessionId}` });
  await untilLive(page);
  const enter = async (systolic: string, diastolic: string) => {
    const pad = padFor(page);
    await pad.tap(...systolic, ...diastolic);
    await pad.save.click();
  };
  const authors = async () =>
    (await (await visit.client('physician')).timeline(visit.sessionId))
      .filter(({ type, deviceId }) => type === 'vitals-recorded' && deviceId === tablet.device.id)
      .map(({ actor }) => actor.id);
  await enter('131', '82');
  await expect.poll(authors).toEqual([STAFF.nurse.id]);

  await switchPerson(page);
  const lock = page.getByRole('dialog', locked);
  await initialsOf(page, 'nurse2').click();
  await typePin(page, '111119');
  await expect(lock.getByRole('alert').filter({ hasText: '4 tries are left' })).toBeVisible();
  await typePin(page, PINS.nurse2);
  await expect(lock).toHaveCount(0);
  await expect(personMenu(page, 'Ben Okoye')).toBeVisible();
  await untilLive(page);
  await enter('128', '80');
  await expect.poll(authors).toEqual([STAFF.nurse.id, STAFF.nurse2.id]);
});

test('[DEV11] an untouched tablet locks: timers and alarms stay in view, names do not, nothing can be entered', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openTablet(browser, server, ['nurse'], { path: `/sessions/${visit.sessionId}` });
  await untilLive(page);
  await expect(page.getByText(`${PATIENTS[0].givenName} ${PATIENTS[0].familyName}`, { exact: true }).first()).toBeVisible();
  // Five minutes of nobody, told by a shorter one.
  const device = (await (await page.request.get(`${server.url}/api/device`)).json()) as object;
  await page.route('**/api/device', (route) => route.fulfill({ json: { ...device, lockAfterMs: 1_500 } }));
  await page.reload();
  const lock = page.getByRole('dialog', locked);
  await expect(lock).toBeVisible();
  await expect(lock.getByText('Chair 1', { exact: true })).toBeVisible();
  await expect(lock.getByText(/^vitals in \d+:\d\d$/)).toBeVisible();
  await visit.say('record-vitals', { systolic: 190, diastolic: 110 }, { as: 'nurse2' });
  await expect(lock.locator('[data-alarm="high"]')).toContainText('Chair 1');
  await expect(lock.getByText(new RegExp(`^.*(${PATIENTS[0].familyName}|${PATIENTS[0].givenName}).*$`, 's'))).toHaveCount(0);
  await expect(lock.getByRole('button', { name: /^.*Acknowledge.*$/ })).toHaveCount(0);
  // What stands beneath can neither be seen, nor touched, nor reached by keyboard or screen reader.
  await expect(page.locator('#root')).toHaveAttribute('inert');

  // A locked tablet is locked after a reload too.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
  await page.unroute('**/api/device');
  await page.reload();
  await unlockAs(page, 'nurse');
  await untilLive(page);
  await expect(page).toHaveURL(new RegExp(visit.sessionId));
});

test('[DEV12] after five wrong PINs the password opens the tablet', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openTablet(browser, server, ['nurse'], { locked: true });
  await initialsOf(page, 'nurse').click();
  for (const left of ['4 tries are', '3 tries are', '2 tries are', '1 try is']) {
    await typePin(page, '111119');
    await expect(page.getByText(`Not accepted. ${left} left.`, { exact: true })).toBeVisible();
  }
  await typePin(page, '111119');
  await expect(page.getByRole('heading', { name: 'Sign in with your password', exact: true })).toBeVisible();
  await page.getByLabel('User name', { exact: true }).fill('nurse');
  await page.getByLabel('Password', { exact: true }).fill('a-quiet-room-42');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await untilLive(page);
});

test('[DEV13] an emergency is called with two taps from the lock screen, and each board shows the alarm', async ({ browser }) => {
  await using server = await startClinic();
  await playToInfusing(server, { chairId: CHAIRS[1] });
  await playToRecovering(server, { patientId: PATIENTS[1].id, bayId: BAYS[0] });
  const { page, tablet } = await openTablet(browser, server, ['nurse'], { locked: true });
  const physician = await openScreen(browser, server, { as: 'physician' });
  await untilLive(physician.page);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  await page.getByRole('button', { name: /^Emergency at Chair 2 .+$/ }).click();
  await expect(page.getByText('The physician was called to Chair 2.', { exact: true })).toBeVisible();
  await expect(physician.page.locator('[data-alarm="high"]').first()).toContainText('Chair 2');
  await expect(page.locator('[data-alarm="high"]').first()).toContainText('Chair 2');
  expect(tablet.device.name).toBe('Tablet 1');
});

test('[DEV14] typed values wait for whoever typed them; another person is told that they go', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openTablet(browser, server, ['nurse2', 'nurse'], { path: `/sessions/${visit.sessionId}` });
  await untilLive(page);
  await padFor(page).tap(...'131');
  const systolic = page.getByRole('button', { name: /^Systolic, .+$/ });
  await expect(systolic).toContainText('131');
  await switchPerson(page);
  await unlockAs(page, 'nurse');
  await untilLive(page);
  await expect(systolic).toContainText('131');

  await switchPerson(page);
  const lock = page.getByRole('dialog', locked);
  await initialsOf(page, 'nurse2').click();
  await expect(
    lock.getByText('Ana Ruiz has typed values here that are not saved. If somebody else unlocks, they are thrown away.', {
      exact: true,
    }),
  ).toBeVisible();
  await typePin(page, PINS.nurse2);
  await expect(personMenu(page, 'Ben Okoye')).toBeVisible();
  await untilLive(page);
  await expect(systolic).not.toContainText('131');
});

test('[DEV7] opened by PIN, sending somebody home asks for the PIN once more', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToRecovering(server);
  const { page } = await openTablet(browser, server, ['physician'], { locked: true, path: `/sessions/${visit.sessionId}` });
  await unlockAs(page, 'physician');
  await untilLive(page);
  const sent = page.evaluate(
    async ([sessionId, patientId, at]) => {
      const command = {
        id: crypto.randomUUID(),
        type: 'discharge',
        at,
        patientId,
        data: { override: { reason: 'Wants to go' } },
      };
      const answer = await fetch(`/api/sessions/${sessionId}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
      });
      return answer.status;
    },
    [visit.sessionId, visit.patientId, server.now()],
  );
  expect(await sent).toBe(403);
  await page.getByRole('button', { name: 'Override', exact: true }).click();
  await page.getByLabel('Why the patient goes home all the same', { exact: true }).fill('Wants to go');
  await page.getByRole('button', { name: 'Discharge with this reason', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Confirm with your PIN', exact: true })).toBeVisible();
  await typePin(page, PINS.physician);
  await expect
    .poll(async () => (await (await visit.client('nurse')).timeline(visit.sessionId)).some(({ type }) => type === 'discharged'))
    .toBe(true);
});

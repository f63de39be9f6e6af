import { expect, type Page, test } from '@playwright/test';
import { PASSWORD } from '../support/builders.ts';
import { playToScheduled } from '../support/play-visit.ts';
import { PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';
import {
  chairCard,
  openScreen,
  PHONE,
  scrollsSideways,
  seriousFaults,
  startClinic,
  TABLET,
  untilLive,
} from './support/browse.ts';

const LAPTOP = { width: 1440, height: 900 };
const dialog = (page: Page) => page.getByRole('dialog');
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Settings', exact: true }).getByRole('link', { name, exact: true });

test('[UI119] a new clinic: set up, a nurse, a patient, a plan and the first visit, on the board', async ({ browser }) => {
  test.slow();
  await using server = await startClinic({ empty: true });
  const { page, context } = await openScreen(browser, server, { path: '/set-up', size: LAPTOP });
  await page.getByLabel('Clinic', { exact: true }).fill('Fjord Clinic');
  await page.getByLabel('Time zone', { exact: true }).fill('Europe/Berlin');
  await page.getByLabel('Name', { exact: true }).fill('Ada Berg');
  await page.getByLabel('Initials', { exact: true }).fill('AB');
  await page.getByLabel('User name', { exact: true }).fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Treatment chairs', { exact: true }).fill('1');
  await page.getByLabel('Recovery bays', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Open the clinic', exact: true }).click();
  await untilLive(page);

  await page.goto(`${server.url}/settings/places`);
  const chairs = page.getByRole('region', { name: 'Chairs', exact: true });
  await chairs.getByRole('button', { name: 'Add a chair', exact: true }).click();
  await dialog(page).getByLabel('Name on the board', { exact: true }).fill('Window');
  await dialog(page).getByRole('button', { name: 'Add a chair', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(chairs.getByRole('listitem')).toHaveCount(2);

  await part(page, 'Staff').click();
  await page.getByRole('button', { name: 'Add somebody', exact: true }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill('Kari Lunde');
  await dialog(page).getByLabel('Initials', { exact: true }).fill('KL');
  await dialog(page).getByLabel('Role', { exact: true }).selectOption('Nurse');
  await dialog(page).getByLabel('User name', { exact: true }).fill('kari');
  await dialog(page).getByLabel('First password', { exact: true }).fill('fog-over-the-harbour-9');
  await dialog(page).getByRole('button', { name: 'Add to the staff', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'Kari Lunde' })).toContainText('Nurse');

  await part(page, 'Patients').click();
  await expect(page.getByRole('heading', { name: 'No patient yet', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Register a patient', exact: true }).click();
  await dialog(page).getByLabel('Given name', { exact: true }).fill('Łucja');
  await dialog(page).getByLabel('Family name', { exact: true }).fill('Ðorđević');
  await dialog(page).getByLabel('Date of birth', { exact: true }).fill('1992-03-12');
  await dialog(page).getByLabel('Record number (MRN)', { exact: true }).fill('1');
  await dialog(page).getByLabel('Sex', { exact: true }).selectOption('female');
  await dialog(page).getByLabel('Allergies', { exact: true }).selectOption('asked, none known');
  await dialog(page).getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Łucja Ðorđević', exact: true })).toBeVisible();
  await expect(page.getByText('none known', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Make a plan', exact: true }).click();
  await dialog(page).getByLabel('Indication', { exact: true }).selectOption('PTSD');
  await dialog(page).getByLabel('Protocol', { exact: true }).selectOption('Ketamine IV');
  await dialog(page).getByLabel('Dose, mg per kg', { exact: true }).fill('0,5');
  await dialog(page).getByLabel('Infusions in the series', { exact: true }).fill('6');
  await dialog(page).getByLabel('Days between them', { exact: true }).fill('3');
  await dialog(page).getByRole('button', { name: 'Make the plan', exact: true }).click();
  await expect(page.getByText('Ketamine IV · 0.5 mg/kg · 6 infusions, every 3 days', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Schedule a visit', exact: true }).last().click();
  await expect(page.getByLabel('Plan', { exact: true })).toContainText('PTSD');
  await page.getByLabel('Time', { exact: true }).fill('11:30');
  await page.getByLabel('Chair', { exact: true }).selectOption('Chair Window');
  await page.getByRole('button', { name: 'Schedule the visit', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Łucja Ðorđević is scheduled', exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '11:30' })).toBeVisible();
  await page.getByRole('link', { name: 'To the board', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Arriving today', exact: true })).toContainText('11:30');
  await expect(chairCard(page, 'Window')).toBeVisible();

  await context.clearCookies();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('User name', { exact: true }).fill('kari');
  await page.getByLabel('Password', { exact: true }).fill('fog-over-the-harbour-9');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await untilLive(page);
});

test('[UI111] a chair is renamed, moved and retired, and another board follows by itself', async ({ browser }) => {
  await using server = await startClinic();
  const board = await openScreen(browser, server, { as: 'nurse' });
  await untilLive(board.page);
  const order = () =>
    board.page.locator('article[data-chair]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-chair')));
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/settings/places', size: LAPTOP });
  await page.getByRole('button', { name: 'Move chair 3 up', exact: true }).click();
  await expect.poll(order).toEqual(['1', '3', '2']);
  await page.getByRole('button', { name: 'Change chair 1', exact: true }).click();
  await dialog(page).getByLabel('Name on the board', { exact: true }).fill('A');
  await dialog(page).getByRole('button', { name: 'Store', exact: true }).click();
  await expect.poll(order).toEqual(['A', '3', '2']);
  await page.getByRole('button', { name: 'Change chair 3', exact: true }).click();
  await dialog(page).getByLabel('State', { exact: true }).selectOption('retired: off the board, its past stays');
  await dialog(page).getByRole('button', { name: 'Store', exact: true }).click();
  await expect.poll(order).toEqual(['A', '2']);
});

test('[UI116, UI117] a wrong form keeps what was typed, marks and focuses the field; leaving asks', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/places', size: LAPTOP });
  await page.getByRole('button', { name: 'Add a chair', exact: true }).click();
  const name = dialog(page).getByLabel('Name on the board', { exact: true });
  await name.fill('2');
  await dialog(page).getByRole('button', { name: 'Add a chair', exact: true }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('2');
  await expect(name).toHaveAccessibleDescription(/label|in use|chair/i);
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByText('Discard what you entered?', { exact: true })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Keep editing', exact: true }).click();
  await name.fill('2b');
  await dialog(page).getByRole('button', { name: 'Add a chair', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);

  await part(page, 'Patients').click();
  await page.getByRole('button', { name: 'Register a patient', exact: true }).click();
  await dialog(page).getByLabel('Given name', { exact: true }).fill('Mia');
  await dialog(page).getByLabel('Record number (MRN)', { exact: true }).fill(PATIENTS[0].mrn);
  await dialog(page).getByRole('button', { name: 'Register', exact: true }).click();
  await expect(dialog(page).getByLabel('Family name', { exact: true })).toBeFocused();
  await expect(dialog(page).getByLabel('Given name', { exact: true })).toHaveValue('Mia');
  await dialog(page).getByLabel('Family name', { exact: true }).fill('Lind');
  await dialog(page).getByLabel('Date of birth', { exact: true }).fill('1990-01-31');
  await dialog(page).getByLabel('Sex', { exact: true }).selectOption('unknown');
  await dialog(page).getByRole('button', { name: 'Register', exact: true }).click();
  await expect(dialog(page).getByLabel('Record number (MRN)', { exact: true })).toBeFocused();
  await expect(dialog(page).getByLabel('Record number (MRN)', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('[UI112] a person changes the own password with the present one, and can be kept from signing in', async ({ browser }) => {
  test.slow();
  await using server = await startClinic();
  const nurse = await openScreen(browser, server, { as: 'nurse', path: '/settings/staff', size: LAPTOP });
  await expect(nurse.page.getByRole('button', { name: 'Add somebody', exact: true })).toHaveCount(0);
  await expect(nurse.page.getByRole('button', { name: 'Password of Ana Ruiz', exact: true })).toHaveCount(1);
  await nurse.page.getByRole('button', { name: 'Password of Ana Ruiz', exact: true }).click();
  const form = dialog(nurse.page);
  await form.getByLabel('Present password', { exact: true }).fill('something else');
  await form.getByLabel('New password', { exact: true }).fill('an owl over the fen 3');
  await form.getByRole('button', { name: 'Set the password', exact: true }).click();
  await expect(form.getByLabel('Present password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await form.getByRole('button', { name: 'Set the password', exact: true }).click();
  await expect(form).toHaveCount(0);

  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/staff', size: LAPTOP });
  await page.getByRole('button', { name: 'Change Ana Ruiz', exact: true }).click();
  await dialog(page).getByLabel('May sign in', { exact: true }).selectOption({ index: 1 });
  await dialog(page).getByRole('button', { name: 'Store', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ana Ruiz' })).toContainText('may not sign in');
  await nurse.page.goto(`${server.url}/`);
  await expect(nurse.page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Change Emil Holm', exact: true }).click();
  await dialog(page).getByLabel('May sign in', { exact: true }).selectOption({ index: 1 });
  await dialog(page).getByRole('button', { name: 'Store', exact: true }).click();
  await expect(dialog(page).getByLabel('May sign in', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('[UI113, UI114, UI120] a protocol becomes its next version; a visit scheduled before keeps its own', async ({ browser }) => {
  await using server = await startClinic();
  const before = await playToScheduled(server);
  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/protocols', size: LAPTOP });
  await expect(page.getByRole('region', { name: 'How alarms behave', exact: true })).toContainText(
    'after 60 s all nurses and the physician again',
  );
  await page
    .getByRole('link', {
      name: 'Ketamine IV Ketamine, IV · vitals every 10 min, in recovery every 15 · observation 60 min',
      exact: true,
    })
    .click();
  await expect(page.getByRole('region', { name: 'Vital signs', exact: true })).toContainText(
    'two published series of 741 and 684 infusions',
  );
  await page.getByRole('button', { name: 'Change as version 2', exact: true }).click();
  await expect(
    page.getByText(
      'Version 2 counts for visits that are scheduled after it is published. Visits scheduled before, and those that run now, keep version 1.',
      { exact: true },
    ),
  ).toBeVisible();
  await page.getByLabel('During: every, min', { exact: true }).fill('never');
  await page.getByRole('button', { name: 'Publish version 2', exact: true }).click();
  await expect(page.getByLabel('During: every, min', { exact: true })).toBeFocused();
  await page.getByLabel('During: every, min', { exact: true }).fill('5');
  await part(page, 'Staff').click();
  await dialog(page).getByRole('button', { name: 'Stay here', exact: true }).click();
  await page.getByRole('button', { name: 'Publish version 2', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Vital signs', exact: true })).toContainText('this clinic, version 2');
  await expect(page.getByLabel('Version', { exact: true })).toHaveValue('2');
  await page.getByLabel('Version', { exact: true }).selectOption('1');
  await expect(page.getByRole('region', { name: 'Vital signs', exact: true })).toContainText('10 min');

  const after = await playToScheduled(server, { patientId: PATIENTS[1].id });
  const version = (id: string) => server.services.model.session(id)?.protocolVersion;
  expect([version(before.sessionId), version(after.sessionId)]).toEqual([1, 2]);
  expect(server.services.model.clinic.protocols.get(PROTOCOLS.iv.id)?.map((one) => one.vitals.duringEveryMin)).toEqual([10, 5]);
});

test('[UI118] a token is shown once, works, and is taken back', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'admin', path: '/settings/tokens', size: LAPTOP });
  await page.getByRole('button', { name: 'Make a token', exact: true }).click();
  await dialog(page).getByLabel('What it is for', { exact: true }).fill('Wall, treatment room');
  await dialog(page).getByRole('button', { name: 'Make it', exact: true }).click();
  const token = await dialog(page).getByRole('code').innerText();
  const ask = () => server.anonymous({ authorization: `Bearer ${token}` }).get('/api/board');
  expect((await ask()).status).toBe(200);
  await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('body')).not.toContainText(token);
  await page.getByRole('button', { name: 'Take back Wall, treatment room', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(page.getByText('taken back 24 Nov 2026', { exact: true })).toBeVisible();
  expect((await ask()).status).toBe(401);
});

test('[UI110] each role sees its parts, and nothing to press that it may not', async ({ browser }) => {
  await using server = await startClinic();
  const parts = async (as: 'nurse' | 'manager' | 'admin') => {
    const { page } = await openScreen(browser, server, { as, path: '/settings', size: LAPTOP });
    await expect(page.getByRole('heading', { name: 'Patients', level: 1, exact: true })).toBeVisible();
    return {
      page,
      names: await page.getByRole('navigation', { name: 'Settings', exact: true }).getByRole('link').allInnerTexts(),
    };
  };
  const nurse = await parts('nurse');
  expect(nurse.names).toEqual(['Patients', 'Schedule a visit', 'Staff', 'Protocols']);
  await nurse.page.goto(`${server.url}/settings/tokens`);
  await expect(nurse.page.getByRole('heading', { name: 'Not for your role', exact: true })).toBeVisible();
  const manager = await parts('manager');
  expect(manager.names).toEqual(['Patients', 'Schedule a visit', 'Chairs and bays', 'Staff', 'Protocols', 'Clinic']);
  await part(manager.page, 'Protocols').click();
  await manager.page
    .getByRole('link', {
      name: 'Ketamine IV Ketamine, IV · vitals every 10 min, in recovery every 15 · observation 60 min',
      exact: true,
    })
    .click();
  await expect(manager.page.getByRole('heading', { name: 'Ketamine IV', exact: true })).toBeVisible();
  await expect(manager.page.getByRole('button', { name: /^Change as.*$/ })).toHaveCount(0);
  expect((await parts('admin')).names).toContain('API tokens');
});

for (const theme of ['dim', 'day'] as const)
  test(`[UI103] settings have no serious fault and never scroll sideways, ${theme}`, async ({ browser }) => {
    test.slow();
    await using server = await startClinic();
    const { page, complaints } = await openScreen(browser, server, { as: 'admin', path: '/settings', size: LAPTOP, theme });
    for (const name of ['Patients', 'Schedule a visit', 'Chairs and bays', 'Staff', 'Protocols', 'Clinic', 'API tokens']) {
      await part(page, name).click();
      await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
      expect([name, await seriousFaults(page)]).toEqual([name, []]);
      for (const size of [PHONE, TABLET, LAPTOP]) {
        await page.setViewportSize(size);
        expect([name, size.width, await scrollsSideways(page)]).toEqual([name, size.width, false]);
      }
    }
    await page.goto(`${server.url}/settings/protocols/${PROTOCOLS.iv.id}`);
    await page.getByRole('button', { name: 'Change as version 2', exact: true }).click();
    await expect(page.getByLabel('During: every, min', { exact: true })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

import { expect, test } from '@playwright/test';
import { PASSWORD } from '../support/builders.ts';
import { playToInfusing } from '../support/play-visit.ts';
import {
  openScreen,
  PHONE,
  personMenu,
  scrollsSideways,
  seriousFaults,
  startClinic,
  untilLive,
  warning,
} from './support/browse.ts';
import { openLink } from './support/link.ts';

test('[UI15] a wrong password keeps the user name, says so, and the right one opens the board', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server);
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByLabel('User name', { exact: true }).fill('nurse');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(warning(page, 'User name or password is wrong')).toBeVisible();
  await expect(page.getByLabel('User name', { exact: true })).toHaveValue('nurse');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await untilLive(page);
  await personMenu(page, 'Ana Ruiz').click();
  // Signing out reloads the page, so that nothing of the person stays in memory.
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await loaded;
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(`${server.url}/`);
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('[UI15] after signing in one stands where one wanted to go', async ({ browser }) => {
  await using server = await startClinic();
  const { sessionId } = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { path: `/sessions/${sessionId}` });
  await page.getByLabel('User name', { exact: true }).fill('physician');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${server.url}/sessions/${sessionId}`);
});

test('[UI15] a link never leads elsewhere through the sign-in', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { path: '/sign-in?to=//elsewhere.example/' });
  await page.getByLabel('User name', { exact: true }).fill('nurse');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await untilLive(page);
  await expect(page).toHaveURL(`${server.url}/`);
});

test('[UI15] signing out on the server closes the screen for good', async ({ browser }) => {
  await using server = await startClinic();
  const { page, context } = await openScreen(browser, server, { as: 'nurse' });
  await untilLive(page);
  const signedOut = await context.request.post(`${server.url}/api/sign-out`, { headers: { origin: server.url }, data: {} });
  expect(signedOut.ok()).toBe(true);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('[UI15] who was signed out while the link was cut is asked to sign in when it is back', async ({ browser }) => {
  await using server = await startClinic();
  await using link = await openLink(server.url);
  const { page, context } = await openScreen(browser, server, { as: 'nurse', url: link.url });
  await untilLive(page);
  link.cut();
  const [cookie] = await context.cookies();
  const headers = { origin: server.url, cookie: `${cookie?.name}=${cookie?.value}`, 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/api/sign-out`, { method: 'POST', headers, body: '{}' })).ok).toBe(true);
  link.mend();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('[UI16] a clinic without staff is set up on one page, and the wrong fields are marked', async ({ browser }) => {
  await using server = await startClinic({ empty: true });
  const { page } = await openScreen(browser, server);
  await expect(page.getByRole('heading', { name: 'Set up your clinic', exact: true })).toBeVisible();
  await page.getByLabel('Clinic', { exact: true }).fill('Harbour Clinic');
  await page.getByLabel('Time zone', { exact: true }).fill('Europe/Berlin');
  await page.getByLabel('Name', { exact: true }).fill('Emil Holm');
  await page.getByLabel('Initials', { exact: true }).fill('EH');
  await page.getByLabel('User name', { exact: true }).fill('emil');
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByLabel('Treatment chairs', { exact: true }).fill('4');
  await page.getByLabel('Recovery bays', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Open the clinic', exact: true }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Password', { exact: true }).fill('a harbour at night 7');
  await page.getByRole('button', { name: 'Open the clinic', exact: true }).click();
  await untilLive(page);
  await expect(page.locator('article[data-chair]')).toHaveCount(4);
  await expect(page.locator('article').filter({ hasText: 'Free' })).toHaveCount(2);
});

for (const theme of ['dim', 'day'] as const)
  test(`[UI19] axe finds no serious fault at the door in ${theme}`, async ({ browser }) => {
    await using server = await startClinic({ empty: true });
    const { page } = await openScreen(browser, server, { path: '/set-up', theme, size: PHONE });
    await expect(page.getByRole('heading', { name: 'Set up your clinic', exact: true })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await using staffed = await startClinic();
    const signIn = await openScreen(browser, staffed, { path: '/sign-in', theme });
    await expect(signIn.page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
    expect(await seriousFaults(signIn.page)).toEqual([]);
  });

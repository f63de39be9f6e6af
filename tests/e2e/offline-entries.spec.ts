import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { STAFF } from '../support/small-clinic.ts';
import { seriousFaults, startClinic, untilLive } from './support/browse.ts';
import { openLink } from './support/link.ts';
import { eventsOf, lineOf, pill, saveReading, systolics, tabletAt, untilKeeping, waitingChips } from './support/offline.ts';

test.use({ serviceWorkers: 'allow' });

test('[OUT1, OUT2, OUT5, OUT7] the link is cut: entries save at once, wait in sight, and go out by themselves in order, once', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, context, complaints } = await tabletAt(browser, server, link, visit);
  link.cut();
  for (const systolic of [131, 133, 135]) await saveReading(page, systolic, 82);
  await expect(waitingChips(page)).toHaveCount(3);
  await expect(pill(page)).toContainText('3 entries to send');
  server.clock.advance(2 * MINUTE_MS);
  link.mend();
  await expect(waitingChips(page)).toHaveCount(0);
  await expect.poll(() => systolics(visit)).toEqual([122, 131, 133, 135]);
  await expect(lineOf(page, '131/82')).toHaveCount(1);
  // The browser itself goes offline and comes back.
  await context.setOffline(true);
  await saveReading(page, 137, 83);
  await expect(pill(page)).toContainText('1 entry to send');
  server.clock.advance(2 * MINUTE_MS);
  await context.setOffline(false);
  await expect.poll(() => systolics(visit)).toEqual([122, 131, 133, 135, 137]);
  await expect(waitingChips(page)).toHaveCount(0);
  expect(complaints.filter((text) => !text.includes('WebSocket'))).toEqual([]);
});

test('[OUT6, OUT8] a visit that ended meanwhile: what it refuses stays in sight with the reason until a person discards it', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page } = await tabletAt(browser, server, link, visit);
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  link.cut();
  server.clock.advance(MINUTE_MS);
  await visit.say('abort-session', { reason: 'Left against advice' }, { as: 'physician' });
  server.clock.advance(2 * MINUTE_MS);
  await page.getByRole('button', { name: 'Rate', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New rate', { exact: true }).fill('45');
  await dialog.getByLabel('Why', { exact: true }).fill('drowsy');
  await dialog.getByRole('button', { name: 'Change rate', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lineOf(page, 'Rate 45')).toContainText('waiting to send');
  link.mend();
  const refused = page.locator('[data-refused="change-rate"]');
  await expect(refused).toContainText('the visit was aborted');
  await expect(refused).toContainText('Rate 45');
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(refused).toContainText('the visit was aborted');
  await refused.getByRole('button', { name: 'Discard', exact: true }).click();
  await refused.getByRole('button', { name: 'Discard for good', exact: true }).click();
  await expect(refused).toHaveCount(0);
  expect((await eventsOf(visit)).some(({ type }) => type === 'rate-changed')).toBe(false);
});

test('[OUT4] two tabs: both show what waits, and it is sent once', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, context } = await tabletAt(browser, server, link, visit);
  const other = await context.newPage();
  await other.goto(`${link.url}/sessions/${visit.sessionId}`);
  await untilKeeping(other);
  link.cut();
  await saveReading(page, 141, 91);
  await expect(lineOf(other, '141/91')).toContainText('waiting to send');
  await saveReading(other, 142, 92);
  await expect(waitingChips(page)).toHaveCount(2);
  // The one that tapped first crashes; the other one sends for both.
  await page.close();
  server.clock.advance(2 * MINUTE_MS);
  link.mend();
  await expect(waitingChips(other)).toHaveCount(0);
  await expect.poll(() => systolics(visit)).toEqual([122, 141, 142]);
});

test('[OUT10, OUT9] while entries wait signing out asks; they stay for their author, and nobody else sends them', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, context } = await tabletAt(browser, server, link, visit);
  // Commands alone are lost: everything else still passes.
  await context.route('**/commands', (route) => route.abort());
  await saveReading(page, 151, 93);
  await expect(pill(page)).toContainText('1 entry to send');
  await page.getByRole('button', { name: 'AR Ana Ruiz Nurse , menu', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(
    page.getByText(
      '1 entry has not been sent. Sealed, it stays on this tablet until you sign in here again or, on a clinic’s tablet, until a colleague does.',
      { exact: true },
    ),
  ).toBeVisible();
  // Signing out reloads the page, so that nothing of the person stays in memory.
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Sign out all the same', exact: true }).click();
  await loaded;
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const signIn = async (username: 'nurse' | 'nurse2') => {
    const [name = '', value = ''] = ((await server.as(username)).cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: link.url, httpOnly: true, sameSite: 'Strict' }]);
    await page.goto(`${link.url}/sessions/${visit.sessionId}`);
    await untilLive(page);
  };
  await context.unroute('**/commands');
  await signIn('nurse2');
  await expect(page.getByText('1 entry of Ana Ruiz waits on this tablet.', { exact: true })).toBeVisible();
  expect(await systolics(visit)).toEqual([122]);
  await signIn('nurse');
  await expect.poll(() => systolics(visit)).toEqual([122, 151]);
  const last = (await eventsOf(visit)).findLast(({ type }) => type === 'vitals-recorded');
  expect(last?.actor.id).toBe(STAFF.nurse.id);
});

test('[OUT15] one tap takes a saved set back: dropped while it waits, struck once it was sent', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page } = await tabletAt(browser, server, link, visit);
  await saveReading(page, 131, 84);
  await expect.poll(() => systolics(visit)).toEqual([122, 131]);
  await lineOf(page, '131/84').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(lineOf(page, '131/84')).toContainText('struck: Undone at once');
  await expect.poll(async () => (await eventsOf(visit)).some(({ type }) => type === 'entry-struck')).toBe(true);
  link.cut();
  await saveReading(page, 133, 85);
  await lineOf(page, '133/85').getByRole('button', { name: 'Undo', exact: true }).click();
  // Tried already or not: in the end it does not stand.
  await expect(lineOf(page, '133/85').filter({ hasNotText: 'struck' })).toHaveCount(0);
});

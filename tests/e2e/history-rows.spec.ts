import { expect, type Page, test } from '@playwright/test';
import { PATIENTS } from '../support/small-clinic.ts';
import { openScreen, startClinic } from './support/browse.ts';
import { playPastVisits, scheduleMany } from './support/past-visits.ts';

const LAPTOP = { width: 1440, height: 900 };
const grid = (page: Page) => page.getByRole('grid', { name: 'Sessions', exact: true });
const rows = (page: Page) => grid(page).locator('tbody').getByRole('row');
const names = (page: Page) => rows(page).getByRole('rowheader').allInnerTexts();
const filters = (page: Page) => page.getByRole('search', { name: 'Filters', exact: true });
const choose = async (page: Page, filter: string, choice: string) => {
  await filters(page).getByRole('button', { name: filter, exact: true }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
};

test('[UI90] filters go into the address, and the address shows the same rows to somebody else', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history', size: LAPTOP });
  await expect(rows(page)).toHaveCount(3);
  await choose(page, 'Chair', '2');
  await expect(rows(page)).toHaveCount(1);
  await choose(page, 'Flag', '*** alarm');
  await expect(page).toHaveURL(/chair=[0-9a-f-]+&flag=alarm-high/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('186/112');

  const other = await openScreen(browser, server, {
    as: 'physician',
    path: new URL(page.url()).pathname + new URL(page.url()).search,
  });
  await expect(rows(other.page)).toHaveCount(1);
  await expect(filters(other.page).getByRole('button', { name: 'Chair', exact: true })).toContainText('2');
  await expect(filters(other.page).getByRole('button', { name: 'Flag', exact: true })).toContainText('*** alarm');

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/history$/);
  await expect(rows(page)).toHaveCount(3);
  await page.goto(`${server.url}/history?chair=nonsense&status=aborted&from=2026-99-99`);
  await expect(rows(page)).toHaveCount(2);
});

test('[UI90] a range of days is chosen by name or typed, and stands on the button as days', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history', size: LAPTOP });
  const period = page.getByRole('button', { name: /^Period .+ 2026$/ });
  await expect(period).toContainText('26 Oct to 24 Nov 2026');
  await period.click();
  await page.getByRole('button', { name: 'This month', exact: true }).click();
  await expect(page).toHaveURL(/range=month/);
  await expect(period).toContainText('1 to 24 Nov 2026');
  await period.click();
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2026-11-20');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2026-11-10');
  await page.getByRole('button', { name: 'Show these days', exact: true }).click();
  await expect(page.getByText('The last day is before the first', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2026-11-23');
  await page.getByRole('button', { name: 'Show these days', exact: true }).click();
  await expect(page).toHaveURL(/from=2026-11-20&to=2026-11-23/);
  await expect(page.getByRole('heading', { name: 'No finished session in these days', exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'No session fits these filters', exact: true })).toBeVisible();
});

test('[UI91] words looked for find the rows and never stand in the address', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history', size: LAPTOP });
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Patient or record number', exact: true }).fill('nunez');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Zoë');
  expect(page.url()).not.toMatch(/nunez/i);
  expect(await page.title()).not.toMatch(/nunez|núñez/i);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear the search', exact: true }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('[UI92] a press on a column sorts by it, a second press the other way round', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history', size: LAPTOP });
  await expect(rows(page)).toHaveCount(3);
  const column = page.getByRole('columnheader', { name: 'Highest blood pressure', exact: true });
  await expect(column).toHaveAttribute('aria-sort', 'none');
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-maxSystolic/);
  await expect(rows(page).first()).toContainText('186/112');
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).last()).toContainText('186/112');
  await page.getByRole('columnheader', { name: 'Patient', exact: true }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Patient', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => names(page)).toEqual(['Maya Reyes', 'Noor Haddad', 'Zoë Núñez-Østergård']);
});

test('[UI94] more rows than a page are one list; only those in sight are elements, wherever one scrolls', async ({ browser }) => {
  test.slow();
  await using server = await startClinic();
  await scheduleMany(server, 1_400);
  const { page } = await openScreen(browser, server, {
    as: 'manager',
    path: '/history?range=all&status=open&sort=plannedStart',
    size: LAPTOP,
  });
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1401');
  await expect(page.getByText(/^1 to \d+ of 1,400 sessions$/)).toBeVisible();
  const height = await grid(page).evaluate((list) => list.scrollHeight);
  expect(height).toBeGreaterThan(1_400 * 38);
  for (const share of [0.3, 1, 0.6, 0]) {
    await grid(page).evaluate((list, part) => list.scrollTo({ top: list.scrollHeight * part }), share);
    const index = Math.max(2, Math.min(1_401, Math.round(share * 1_400)));
    await expect(grid(page).locator(`tr[aria-rowindex="${index}"]`)).toContainText('Noor');
    expect(await rows(page).count()).toBeLessThan(60);
  }
});

test('[UI95] what was not measured or given is words', async ({ browser }) => {
  await using server = await startClinic();
  await scheduleMany(server, 1);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history?status=all', size: LAPTOP });
  const row = rows(page).first();
  await expect(row).toContainText('scheduled');
  await expect(row.getByText('not meas.', { exact: true })).toHaveCount(2);
  await expect(row.getByText('not signed', { exact: true })).toHaveCount(2);
  await expect(row.getByText('0', { exact: true })).toHaveCount(0);
  await expect(page.getByText('none yet', { exact: true }).first()).toBeVisible();
});

test('[UI101] the export holds the rows of the filters, all of them', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history?status=aborted', size: LAPTOP });
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('2 rows, as filtered', { exact: true })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV table 2 rows, as filtered', exact: true }).click();
  const stream = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines.join('\n')).toContain(PATIENTS[1].mrn);
  expect(lines.join('\n')).not.toContain(PATIENTS[0].mrn);
});

test('[UI102] a list without rows says what to do, and does it', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, {
    as: 'manager',
    path: '/history?from=2025-01-01&to=2025-01-31',
    size: LAPTOP,
  });
  await expect(page.getByRole('heading', { name: 'No session fits these filters', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Look at all time', exact: true }).click();
  await expect(rows(page)).toHaveCount(3);
});

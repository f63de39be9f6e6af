import { expect, type Page, test } from '@playwright/test';
import { DESKTOP, openScreen, PHONE, scrollsSideways, seriousFaults, startClinic, TABLET } from './support/browse.ts';
import { playPastVisits } from './support/past-visits.ts';

const LAPTOP = { width: 1440, height: 900 };
const grid = (page: Page) => page.getByRole('grid', { name: 'Sessions', exact: true });
const rows = (page: Page) => grid(page).locator('tbody').getByRole('row');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Session replay', exact: true });
const slider = (page: Page) => drawer(page).getByRole('slider', { name: 'Moment of the visit', exact: true });

test('[UI98] the keyboard moves through the rows, opens a visit beside them and closes it', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history?sort=patient', size: LAPTOP });
  await expect(rows(page)).toHaveCount(3);
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', /-1$/);
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { name: /^Noor H\. · \d+ y · MRN …4822$/ })).toBeVisible();
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/session=/);
  await page.keyboard.press('ArrowDown');
  await expect(drawer(page).getByRole('heading', { name: /^Zoë N\. · \d+ y · MRN …4823$/ })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(drawer(page).getByRole('heading', { name: /^Maya R\. · \d+ y · MRN …4821$/ })).toBeVisible();
  await page.reload();
  await expect(drawer(page).getByRole('heading', { name: /^Maya R\. · \d+ y · MRN …4821$/ })).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Close the visit', exact: true }).press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

test('[UI99] the replay shows what was known at its moment, with the age it had then', async ({ browser }) => {
  await using server = await startClinic();
  const { high } = await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: `/history?session=${high.sessionId}`, size: LAPTOP });
  const values = drawer(page).getByRole('region', { name: /^Values at \d\d:\d\d$/ });
  await expect(values).toContainText('0 min into infusion');
  await expect(values).toContainText('122/78');
  await expect(values).toContainText('0.0');
  for (let pressed = 0; pressed < 12; pressed += 1) await slider(page).press('ArrowRight');
  await expect(values).toContainText('12 min into infusion');
  await expect(values).toContainText('186/112');
  await expect(values).toContainText('2 min old then');
  await expect(values).toContainText('12.0');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /12 min into infusion/);
  const current = drawer(page).getByRole('list', { name: 'What was recorded', exact: true }).locator('[aria-current="time"]');
  await expect(current).toContainText('186/112');
  await drawer(page)
    .getByRole('button', { name: /^\d\d:\d\d Infusion stopped early · pressure AR$/ })
    .click();
  await expect(values).toContainText('0 min after the end');
  await expect(drawer(page).getByRole('link', { name: 'Full record', exact: true })).toHaveAttribute(
    'href',
    `/sessions/${high.sessionId}`,
  );
});

test('[UI100] the replay plays to the end by itself, pauses and goes faster', async ({ browser }) => {
  await using server = await startClinic();
  const { high } = await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: `/history?session=${high.sessionId}`, size: LAPTOP });
  const moment = async () => Number(await slider(page).inputValue());
  await expect(slider(page)).toBeVisible();
  const begin = await moment();
  await drawer(page).getByRole('button', { name: 'Play the visit', exact: true }).click();
  await expect.poll(moment).toBeGreaterThan(begin);
  await drawer(page).getByRole('button', { name: 'Pause the replay', exact: true }).click();
  const paused = await moment();
  await expect(drawer(page).getByRole('button', { name: 'Speed 240 times', exact: true })).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Speed 240 times', exact: true }).click();
  expect(await moment()).toBe(paused);
  await drawer(page).getByRole('button', { name: 'Play the visit', exact: true }).click();
  await expect(drawer(page).getByRole('button', { name: 'Play the visit', exact: true })).toBeVisible();
  expect(await moment()).toBe(Number(await slider(page).getAttribute('max')));
});

test('[UI96, UI97] figures and charts say in words what they show', async ({ browser }) => {
  await using server = await startClinic();
  await playPastVisits(server);
  const { page } = await openScreen(browser, server, { as: 'manager', path: '/history', size: LAPTOP });
  const figures = page.getByRole('region', { name: 'Key figures, compared with 26 Sep to 25 Oct 2026', exact: true });
  await expect(figures.locator('[data-figure="Sessions"]')).toHaveText('3');
  await expect(figures.getByRole('article').filter({ hasText: 'Sessions' })).toContainText('Before: 0');
  await expect(page.getByRole('img', { name: 'Sessions per day with visits: from 3 to 3, last 3', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Alarms: [1-9]\d* high, \d+ medium, \d+ low$/ })).toBeVisible();
  await expect(page.getByText('high ***, medium **, low *', { exact: true })).toBeVisible();
});

for (const theme of ['dim', 'day'] as const)
  test(`[UI103] the history has no serious fault and never scrolls sideways, ${theme}`, async ({ browser }) => {
    test.slow();
    await using server = await startClinic();
    const { calm } = await playPastVisits(server);
    const { page, complaints } = await openScreen(browser, server, { as: 'manager', path: '/history', size: DESKTOP, theme });
    await expect(rows(page)).toHaveCount(3);
    for (const size of [DESKTOP, LAPTOP, TABLET, PHONE]) {
      await page.setViewportSize(size);
      expect([size.width, await scrollsSideways(page)]).toEqual([size.width, false]);
    }
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize(LAPTOP);
    await page.goto(`${server.url}/history?session=${calm.sessionId}`);
    await expect(drawer(page).getByRole('heading', { name: /^Maya R\. · \d+ y · MRN …4821$/ })).toBeVisible();
    await expect(drawer(page).getByRole('figure')).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

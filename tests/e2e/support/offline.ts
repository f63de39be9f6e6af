import { type Browser, expect, type Page } from '@playwright/test';
import type { TestServer } from '../../support/builders.ts';
import type { PlayedVisit } from '../../support/play-visit.ts';
import { type OpenScreen, openScreen, TABLET, untilLive } from './browse.ts';
import type { NetworkLink } from './link.ts';

/** Live, and able to keep entries. */
export async function untilKeeping(page: Page): Promise<void> {
  await untilLive(page);
  await expect(page.locator('[data-keeps]')).toHaveAttribute('data-keeps', 'yes');
}

/** The nurse's tablet at a visit, over a link that can be cut. */
export async function tabletAt(browser: Browser, server: TestServer, link: NetworkLink, visit: PlayedVisit): Promise<OpenScreen> {
  const screen = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
    url: link.url,
  });
  await untilKeeping(screen.page);
  return screen;
}

/** The same, and able to open without the server from here on. */
export async function installedTabletAt(...at: Parameters<typeof tabletAt>): Promise<OpenScreen> {
  const screen = await tabletAt(...at);
  await untilInstalled(screen.page);
  await untilClinicKept(screen.page);
  return screen;
}

/** Types a blood pressure and saves it. */
export async function saveReading(page: Page, systolic: number, diastolic: number): Promise<void> {
  const keys = page.getByRole('group', { name: 'Number pad', exact: true });
  for (const digit of `${systolic}${diastolic}`) await keys.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^Save vitals · \d+ of \d+ entered$/ }).click();
  await expect(lineOf(page, `${systolic}/${diastolic}`)).toBeVisible();
}

/** The timeline of the visit on screen. */
export const entryLines = (page: Page) => page.getByRole('list', { name: 'Entries, newest first', exact: true });
export const lineOf = (page: Page, text: string) => entryLines(page).getByRole('listitem').filter({ hasText: text });

/** Lines that are marked as waiting. */
export const waitingChips = (page: Page) => entryLines(page).getByText('waiting to send', { exact: true });

/** The connection pill with its words. */
export const pill = (page: Page) => page.locator('[data-connection]');

/** What the server has of a visit, in its order. */
export async function eventsOf(visit: PlayedVisit) {
  return (await visit.client('nurse')).timeline(visit.sessionId);
}

/** Systolic of all readings that the server has, in its order. */
export async function systolics(visit: PlayedVisit): Promise<(number | undefined)[]> {
  return (await eventsOf(visit)).flatMap((event) => (event.type === 'vitals-recorded' ? [event.data.systolic] : []));
}

/** The service worker has everything. */
async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** The last known clinic is on the tablet. */
async function untilClinicKept(page: Page): Promise<void> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opened = indexedDB.open('chairside');
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const counted = opened.result.transaction('clinics').objectStore('clinics').count();
            counted.onsuccess = () => {
              opened.result.close();
              resolve(counted.result);
            };
          };
        }),
    );
  await expect.poll(count).toBe(1);
}

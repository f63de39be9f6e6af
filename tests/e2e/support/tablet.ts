import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { TestServer } from '../../support/builders.ts';
import type { PlayedVisit } from '../../support/play-visit.ts';
import { enrolTablet, PINS, type PinHolder, type SharedTablet } from '../../support/shared-tablet.ts';
import { STAFF, type Username } from '../../support/small-clinic.ts';
import { personMenu, TABLET } from './browse.ts';
import { newContext } from './new-context.ts';
import { untilKeeping } from './offline.ts';

export interface TabletScreen {
  readonly tablet: SharedTablet;
  readonly page: Page;
  readonly context: BrowserContext;
}

/** An enrolled tablet on which these people signed in today; the last of them is signed in unless it is `locked`. */
export async function openTablet(
  browser: Browser,
  server: TestServer,
  people: readonly PinHolder[],
  options: {
    readonly locked?: boolean;
    readonly path?: string;
    readonly size?: { readonly width: number; readonly height: number };
    readonly theme?: 'dim' | 'day';
  } = {},
): Promise<TabletScreen> {
  const tablet = await enrolTablet(server);
  for (const who of people) await tablet.signIn(who);
  if (options.locked === true) await tablet.lock();
  const context = await newContext(browser, { viewport: options.size ?? TABLET });
  for (const pair of [tablet.client.cookie, tablet.client.device]) {
    const [name = '', value = ''] = pair?.split('=') ?? [];
    if (name !== '') await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Strict' }]);
  }
  if (options.theme === 'day') await context.addInitScript(() => localStorage.setItem('chairside-theme', 'day'));
  const page = await context.newPage();
  await page.goto(`${server.url}${options.path ?? '/'}`);
  return { tablet, page, context };
}

/** A person's initials where the tablet is unlocked; the same name may stand on the screen beneath. */
export const initialsOf = (page: Page, who: Username) =>
  page
    .getByRole('region', { name: 'Unlock', exact: true })
    .getByRole('button', { name: `${STAFF[who].initials} ${STAFF[who].name}`, exact: true });

/** Picks the initials and types the PIN. */
export async function unlockAs(page: Page, who: PinHolder, pin: string = PINS[who]): Promise<void> {
  await initialsOf(page, who).click();
  await typePin(page, pin);
}

export async function typePin(page: Page, pin: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'PIN', exact: true });
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
}

/** Two taps: the person's menu, then the lock. */
export async function switchPerson(page: Page): Promise<void> {
  await personMenu(page).click();
  await page.getByRole('button', { name: 'Switch person', exact: true }).click();
}

/** An enrolled tablet at a visit, opened with somebody's PIN and able to keep entries. */
export async function openByPin(
  browser: Browser,
  server: TestServer,
  { sessionId }: PlayedVisit,
  who: PinHolder = 'nurse',
): Promise<TabletScreen> {
  const screen = await openTablet(browser, server, [who], { locked: true, path: `/sessions/${sessionId}` });
  await unlockAs(screen.page, who);
  await untilKeeping(screen.page);
  return screen;
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { startTestServer, type TestServer, type TestServerOptions } from '../../support/builders.ts';
import type { Username } from '../../support/small-clinic.ts';
import { newContext } from './new-context.ts';

/** The built screens; `CHAIRSIDE_SCREENS` names another build of them. */
const SCREENS = process.env.CHAIRSIDE_SCREENS ?? fileURLToPath(new URL('../../../client/dist', import.meta.url));

export const DESKTOP = { width: 1920, height: 1080 };
export const TABLET = { width: 1180, height: 820 };
export const PHONE = { width: 390, height: 844 };

/** A real server that also serves the built screens. */
export function startClinic(options: TestServerOptions = {}): Promise<TestServer> {
  if (!existsSync(`${SCREENS}/index.html`)) throw new Error('The screens are not built: npm run build');
  return startTestServer({ ...options, clientDir: SCREENS });
}

export interface OpenScreen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: script errors and refusals by the content security policy. */
  readonly complaints: string[];
}

export interface OpenOptions {
  /** Who is signed in on it; nobody when left out. */
  readonly as?: Username;
  readonly path?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly theme?: 'dim' | 'day';
  /** The address to open, when there is a link between browser and server. */
  readonly url?: string;
}

/** Opens a browser of its own at the clinic: another device, another person. The test's browser closes it at the end. */
export async function openScreen(browser: Browser, server: TestServer, options: OpenOptions = {}): Promise<OpenScreen> {
  const { as, path = '/', size = DESKTOP, theme, url = server.url } = options;
  const context = await newContext(browser, { viewport: size });
  if (as !== undefined) {
    const [name = '', value = ''] = ((await server.as(as)).cookie ?? '').split('=');
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  }
  if (theme === 'day') await context.addInitScript(() => localStorage.setItem('chairside-theme', 'day'));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  await page.goto(`${url}${path}`);
  return { page, context, complaints };
}

/** The card of a chair on the board. */
export const chairCard = (page: Page, label: string) => page.locator(`article[data-chair="${label}"]`);

/** The button at the head of the screen with the person who is signed in; a name alone also stands on lists and on cards. */
export const personMenu = (page: Page, name = '.+') =>
  page.getByRole('button', { name: new RegExp(`^\\S+ ${name} \\S+ , menu$`) });

/** What the screen warns of in these words: there may be more than one warning at a time. */
export const warning = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

/** Waits until the letters have their own shapes: what is measured before moves once more. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** The connection pill's state: `live`, `catching-up`, `not-live`. */
export const connection = (page: Page) => page.locator('[data-connection]');

/** Waits until the screen is live; how long a first load takes on a busy machine is not what a test of it is about. */
export async function untilLive(page: Page): Promise<void> {
  await expect(connection(page)).toHaveAttribute('data-connection', 'live');
}

/** Faults that axe calls serious or critical, in words; an empty list is a pass. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Only what is wrong is worked out in full, and within this page: there are no frames of other origins.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
}

/** Whether something is wider than the screen. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  await untilDrawn(page);
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/staff.ts';
import { findBrowser } from '../../server/cli/ensure-browser.mjs';

/** `npm run pictures`: takes the README's pictures of a demo day that stands still, from the screens as they are built now. */
const project = fileURLToPath(new URL('../..', import.meta.url));
const target = join(project, 'client/pictures');

const SIZES = {
  desktop: { width: 1920, height: 1080 },
  tablet: { width: 1180, height: 820 },
  phone: { width: 390, height: 844 },
} as const;

interface Picture {
  readonly name: string;
  readonly as: 'nurse' | 'physician' | 'manager' | 'admin';
  readonly size: keyof typeof SIZES;
  readonly theme: 'dim' | 'day';
  readonly path?: string;
  /** What is in sight when the screen is there; by default the connection that is live. */
  readonly shows?: string;
  /** Opens the first visit on the board in this phase. */
  readonly phase?: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'board-dim', as: 'physician', size: 'desktop', theme: 'dim' },
  { name: 'board-day', as: 'physician', size: 'desktop', theme: 'day' },
  { name: 'board-phone', as: 'physician', size: 'phone', theme: 'dim' },
  { name: 'session-tablet', as: 'nurse', size: 'tablet', theme: 'dim', phase: 'infusing' },
  { name: 'session-phone', as: 'nurse', size: 'phone', theme: 'dim', phase: 'infusing' },
  { name: 'pre-check', as: 'nurse', size: 'tablet', theme: 'dim', phase: 'checked-in' },
  { name: 'recovery', as: 'nurse', size: 'tablet', theme: 'dim', phase: 'recovering' },
  { name: 'history', as: 'manager', size: 'desktop', theme: 'day', path: '/history', shows: 'tbody tr >> nth=3' },
  { name: 'settings', as: 'admin', size: 'desktop', theme: 'day', path: '/settings', shows: 'nav[aria-label="Settings"]' },
];

const dataDir = mkdtempSync(join(tmpdir(), 'chairside-pictures-'));
const server = spawn(process.execPath, [join(project, 'server/main.ts'), '--demo', '--frozen'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
try {
  const url = await addressOf();
  mkdirSync(target, { recursive: true });
  for (const picture of PICTURES) await take(browser, url, picture);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}

/** The address that the server prints when it is open. */
async function addressOf(): Promise<string> {
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('The demo did not start');
}

async function take(on: Browser, url: string, { name, as, size, theme, path, phase, shows }: Picture): Promise<void> {
  const context = await on.newContext({ viewport: SIZES[size], locale: 'en-GB' });
  await context.addInitScript((chosen) => localStorage.setItem('chairside-theme', chosen), theme);
  const page = await context.newPage();
  const signedIn = await page.request.post(`${url}/api/sign-in`, {
    data: { username: as, password: DEMO_PASSWORD },
    headers: { origin: url },
  });
  if (!signedIn.ok()) throw new Error(`Signing in was answered ${signedIn.status()}`);
  await page.goto(url + (phase === undefined ? (path ?? '/') : await visitIn(page, url, phase)));
  await page.locator(shows ?? '[data-connection="live"]').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(target, `${name}.png`) });
  console.log(name);
  await context.close();
}

/** Address of the first visit on the board that stands in a phase; with the most readings, so that there is a trend to see. */
async function visitIn(page: Page, url: string, phase: string): Promise<string> {
  const { sessions } = (await (await page.request.get(`${url}/api/board`)).json()) as {
    sessions: readonly { id: string; events: readonly { type: string }[] }[];
  };
  const last: Readonly<Record<string, string>> = {
    infusing: 'infusion-started',
    recovering: 'moved-to-recovery',
    'checked-in': 'checked-in',
  };
  const after: Readonly<Record<string, readonly string[]>> = {
    infusing: ['infusion-ended', 'infusion-paused', 'session-aborted'],
    recovering: ['discharged', 'session-aborted'],
    'checked-in': ['infusion-started', 'dose-given', 'session-aborted', 'session-cancelled'],
  };
  const there = sessions.filter(({ events }) => {
    const types = events.map(({ type }) => type);
    return types.includes(last[phase] ?? '') && !(after[phase] ?? []).some((type) => types.includes(type));
  });
  const best = there.toSorted((a, b) => b.events.length - a.events.length)[0];
  if (best === undefined) throw new Error(`No visit is ${phase}`);
  return `/sessions/${best.id}`;
}

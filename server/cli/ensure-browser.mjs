import { existsSync } from 'node:fs';
import { say } from './project.mjs';
import { runChild } from './run-child.mjs';

/** The same engine without a window: a third less work for the tests. */
const HEADLESS = '/usr/bin/chromium-headless-shell';

const places = [
  HEADLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The machine's Chromium or Chrome: `CHROMIUM_PATH`, else where one is usually found. Undefined when there is none. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return places.find((path) => existsSync(path));
}

/**
 * The path of a browser for the end-to-end tests; on a Debian machine where we are root, its package is installed if need
 * be, and in CI also beside a browser with windows. Undefined, after a sentence that says what to install, when there is none.
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const there = findBrowser();
  if (there !== undefined && (there === HEADLESS || process.env.CI !== 'true' || process.env.CHROMIUM_PATH)) return there;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Debian’s Chromium without windows …');
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
    await runChild('apt-get', ['update', '-q'], options);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runChild('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options);
      const installed = findBrowser();
      if (installed !== undefined) return installed;
    }
  }
  if (there !== undefined) return there;
  say(
    'no browser for the end-to-end tests: install Chromium or Google Chrome (Debian: sudo apt-get install chromium-headless-shell),',
  );
  say('or set CHROMIUM_PATH to one.');
  return undefined;
}

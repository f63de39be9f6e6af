import { existsSync } from 'node:fs';
import { say } from './project.mjs';
import { runChild } from './run-child.mjs';

const places = [
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
 * be. Undefined, after a sentence that says what to install, when there is none.
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const there = findBrowser();
  if (there !== undefined) return there;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('no Chromium here: installing Debian’s package …');
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
    await runChild('apt-get', ['update', '-q'], options);
    await runChild('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  say('no browser for the end-to-end tests: install Chromium or Google Chrome (Debian: sudo apt-get install chromium),');
  say('or set CHROMIUM_PATH to one.');
  return undefined;
}

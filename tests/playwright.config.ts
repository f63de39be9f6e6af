import { defineConfig } from '@playwright/test';
import { findBrowser } from '../server/cli/ensure-browser.mjs';

/** End to end in the machine's own Chromium or Chrome; `CHROMIUM_PATH` names another one. */
const browser = findBrowser();
const report = process.env.CHAIRSIDE_REPORT;

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: './e2e/.results',
  // A test that passes at the second try is a test that failed.
  retries: 0,
  // Each test has a server, a data folder and a browser of its own; most of its time one of the two waits for the other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI === 'true',
  // Waits are for conditions; these only end a wait that will never be met, on however busy a machine.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    headless: true,
    // The tests of it allow it; for all others its copy of every file would only cost time.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'off',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // A mark that blinks is redrawn for as long as a test lasts, and whoever measures its contrast may meet it half faded.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        // There is no screen to draw for.
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

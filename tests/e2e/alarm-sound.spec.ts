import { expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

interface Played {
  readonly at: number;
  readonly hz: number;
}

/** Writes down every tone that is put into the audio graph, and lets no context start until the page is touched. */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const played: Played[] = [];
    Object.assign(globalThis, { played });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (at = 0) {
      played.push({ at, hz: Math.round(this.frequency.value) });
      start.call(this, at);
    };
  });
  await page.reload();
  await untilLive(page);
  // Moments at which a pulse begins, in order.
  return () =>
    page.evaluate(() => {
      const { played } = globalThis as unknown as { readonly played: readonly Played[] };
      return [...new Set(played.map(({ at }) => at))].sort((a, b) => a - b);
    });
}

const sound = (page: Page) => page.locator('[data-sound]');

/** A physician's screen on which somebody has turned the sound on. */
async function turnOn(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Turn on the sound', exact: true });
  await expect(sound(page)).toBeVisible();
  if (await button.isVisible()) await button.click();
  await expect(sound(page)).toHaveAttribute('data-sound', 'on');
}

test('[UI171, UI172] a physician’s screen sounds a high alarm in ten pulses, a medium one in three, and stops at the answer', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician', path: '/history' });
  const pulses = await listen(page);
  await turnOn(page);
  // One soft pulse says that it sounds.
  await expect.poll(async () => (await pulses()).length).toBe(1);
  await visit.say('record-vitals', someVitals({ spo2: 91 }));
  await expect.poll(async () => (await pulses()).length).toBe(1 + 3);
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await expect.poll(async () => (await pulses()).length).toBe(1 + 3 + 10);
  const hz = await page.evaluate(() =>
    (globalThis as unknown as { readonly played: readonly Played[] }).played.slice(-5).map((one) => one.hz),
  );
  expect(hz).toEqual([523, 1046, 1569, 2092, 2615]);
  await page.getByRole('button', { name: 'Acknowledge SpO₂ 85 %, chair 1, Maya R.', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'None unanswered', exact: true })).toBeVisible();
});

test('[UI174] a pause ends by itself after 2 minutes, and a new high alarm ends it at once', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  const pulses = await listen(page);
  await turnOn(page);
  const pause = page.getByRole('button', { name: 'Pause the sound for 2 minutes', exact: true });
  await pause.click();
  await expect(sound(page)).toContainText(/Sound off.*on again in [12]:\d\d/);
  const before = (await pulses()).length;
  await visit.say('record-vitals', someVitals({ spo2: 91 }));
  await expect(page.getByRole('heading', { name: '1 unanswered', exact: true })).toBeVisible();
  expect((await pulses()).length).toBe(before);
  server.clock.advance(2 * MINUTE_MS);
  await expect(sound(page)).toHaveAttribute('data-sound', 'on');
  await expect.poll(async () => (await pulses()).length).toBe(before + 3);
  await pause.click();
  await expect(sound(page)).toHaveAttribute('data-sound', 'paused');
  await visit.say('record-vitals', someVitals({ heartRate: 155, spo2: 91 }));
  await expect(sound(page)).toHaveAttribute('data-sound', 'on');
  await expect.poll(async () => (await pulses()).length).toBe(before + 3 + 10);
});

test('[UI172] a tablet at the chair is quiet until somebody asks for sound, and the choice stays on it', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  const pulses = await listen(page);
  const quiet = page.getByRole('button', { name: 'Sound is off on this device. Turn on', exact: true });
  await expect(quiet).toBeVisible();
  await visit.say('record-vitals', someVitals({ spo2: 85 }));
  await expect(page.getByRole('heading', { name: '1 unanswered', exact: true })).toBeVisible();
  expect(await pulses()).toEqual([]);
  await quiet.click();
  await expect.poll(async () => (await pulses()).length).toBeGreaterThanOrEqual(10);
  await page.reload();
  await untilLive(page);
  await turnOn(page);
  await page.getByRole('button', { name: 'Pause the sound for 2 minutes', exact: true }).click();
  await page.getByRole('button', { name: 'Keep off', exact: true }).click();
  await expect(quiet).toBeVisible();
});

test('[UI173] audio that the browser stops is said as no sound, and the next touch of the page starts it again', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await page.addInitScript(() => {
    const made: AudioContext[] = [];
    Object.assign(globalThis, { made });
    const Real = AudioContext;
    globalThis.AudioContext = class extends Real {
      constructor() {
        super();
        made.push(this);
      }
    };
  });
  await page.reload();
  await untilLive(page);
  await turnOn(page);
  await page.evaluate(() => (globalThis as unknown as { readonly made: readonly AudioContext[] }).made.at(-1)?.suspend());
  await expect(sound(page)).toHaveAttribute('data-sound', 'blocked');
  await expect(sound(page)).toContainText('No sound');
  await page.getByRole('heading', { name: 'No alarms', exact: true }).click();
  await expect(sound(page)).toHaveAttribute('data-sound', 'on');
});

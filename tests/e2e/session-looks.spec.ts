import { expect, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import {
  type PlayedVisit,
  playToCheckedIn,
  playToDischarged,
  playToInfusing,
  playToRecovering,
  playToScheduled,
} from '../support/play-visit.ts';
import { openScreen, PHONE, scrollsSideways, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';

const VIEWS: readonly (readonly [name: string, play: (server: TestServer) => Promise<PlayedVisit>])[] = [
  ['check-in', playToScheduled],
  ['pre-check', playToCheckedIn],
  [
    'infusing with an alarm',
    async (server) => {
      const visit = await playToInfusing(server);
      server.clock.advance(9 * MINUTE_MS);
      await visit.say('record-vitals', { systolic: 185, diastolic: 96, heartRate: 88 });
      return visit;
    },
  ],
  ['recovering', playToRecovering],
  ['past', playToDischarged],
];

for (const [name, play] of VIEWS)
  test(`[UI79] axe finds no serious fault, and nothing is wider than the screen: ${name}`, async ({ browser }) => {
    await using server = await startClinic();
    const visit = await play(server);
    for (const look of [{ size: TABLET }, { size: PHONE, theme: 'day' }] as const) {
      const { page, complaints } = await openScreen(browser, server, {
        as: 'nurse',
        path: `/sessions/${visit.sessionId}`,
        ...look,
      });
      await untilLive(page);
      await expect(page.getByRole('heading', { level: 1, name: 'Maya Reyes', exact: true })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(complaints).toEqual([]);
    }
  });

test('[UI79] axe finds no serious fault in the forms over the screen', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  for (const form of ['Pause', 'Rate', 'Symptom', 'Medication', 'Note']) {
    await page.getByRole('button', { name: form, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('[UI79] every target at the chair is at least 48 px high', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const small = await page
    .locator('#screen button:visible')
    .evaluateAll((buttons) =>
      buttons.filter((button) => button.getBoundingClientRect().height < 47.5).map((button) => button.textContent),
    );
  expect(small).toEqual([]);
});

for (const [name, size] of [
  ['phone', PHONE],
  ['tablet upright', { width: 820, height: 1180 }],
  ['tablet at 200 %', { width: 590, height: 410 }],
  ['tablet', TABLET],
] as const)
  test(`[UI121] who it is stays in view wherever a visit is scrolled to: ${name}`, async ({ browser }) => {
    await using server = await startClinic();
    const visit = await playToInfusing(server);
    const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size });
    await untilLive(page);
    const patient = page.getByRole('heading', { level: 1, name: 'Maya Reyes', exact: true });
    const inSight = () =>
      patient.evaluate((heading) => {
        const { left, top, width, height } = heading.getBoundingClientRect();
        const there = document.elementFromPoint(left + Math.min(width, 60) / 2, top + height / 2);
        return there !== null && heading.contains(there);
      });
    for (const share of [0, 0.5, 1]) {
      await page.evaluate((part) => scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight)), share);
      await expect.poll(inSight).toBe(true);
      await expect(page.getByText('12 Mar 1992', { exact: true })).toBeInViewport();
    }
  });

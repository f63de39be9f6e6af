import { expect, test } from '@playwright/test';
import type { Outcome } from '../../shared/clinic/records.ts';
import { MINUTE_MS, toMs } from '../../shared/units.ts';
import { playToCheckedIn, playToInfusing } from '../support/play-visit.ts';
import { PATIENTS } from '../support/small-clinic.ts';
import { seriousFaults, startClinic } from './support/browse.ts';
import { openLink } from './support/link.ts';
import {
  entryLines,
  eventsOf,
  installedTabletAt,
  lineOf,
  pill,
  saveReading,
  systolics,
  tabletAt,
  waitingChips,
} from './support/offline.ts';

test.use({ serviceWorkers: 'allow' });

test('[OUT12, OUT13, OUT14, OUT1, OUT5] without the server the screen opens, red, charts on, survives a crash, and everything arrives with its time', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, context } = await installedTabletAt(browser, server, link, visit);
  const began = toMs(server.now());
  link.cut();
  await saveReading(page, 171, 96);
  // The page dies right after the tap; nothing was sent.
  await page.close();
  const again = await context.newPage();
  await again.goto(`${link.url}/sessions/${visit.sessionId}`);
  await expect(lineOf(again, '171/96')).toContainText('waiting to send');
  await expect(pill(again)).toHaveAttribute('data-connection', 'not-live');
  await expect(again.getByRole('alert').filter({ hasText: 'Not live since' })).toBeVisible();
  await saveReading(again, 172, 97);
  await again.getByRole('button', { name: 'Pause', exact: true }).click();
  await again.getByRole('dialog').getByText('Nausea', { exact: true }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Pause infusion', exact: true }).click();
  await expect(again.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await expect(waitingChips(again)).toHaveCount(3);

  await using restarted = await server.restart();
  link.mend(restarted.url);
  await expect(waitingChips(again)).toHaveCount(0);
  await expect(entryLines(again).getByText(/^17[12]\/9[67]$/)).toHaveCount(2);
  const nurse = await restarted.as('nurse');
  const events = await nurse.timeline(visit.sessionId);
  expect(events.filter(({ type }) => type === 'vitals-recorded' || type === 'infusion-paused').map(({ type }) => type)).toEqual([
    'vitals-recorded',
    'vitals-recorded',
    'vitals-recorded',
    'infusion-paused',
  ]);
  // The tablet's own clock is days off the clinic's.
  for (const { happenedAt } of events.slice(-2)) expect(Math.abs(toMs(happenedAt) - began)).toBeLessThan(MINUTE_MS);
  const kept = await again.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname);
    return urls;
  });
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
});

test('[OUT17] a call for the physician that nobody heard says so', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page } = await tabletAt(browser, server, link, visit);
  link.cut();
  const call = page.getByRole('button', { name: 'Call physician', exact: true });
  await call.focus();
  await page.keyboard.down('Enter');
  await expect(page.getByText('Not sent: call by voice', { exact: true })).toBeVisible();
  await page.keyboard.up('Enter');
  link.mend();
  await expect(page.getByText('Physician called', { exact: true }).first()).toBeVisible();
  await expect.poll(async () => (await eventsOf(visit)).some(({ type }) => type === 'physician-called')).toBe(true);
  expect(await systolics(visit)).toEqual([122]);
});

test('[OUT18] the clock was set wrong while the tablet was cut off: it asks, and the clinic’s time is charted', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, context } = await installedTabletAt(browser, server, link, visit);
  link.cut();
  await page.close();
  // Somebody sets the tablet’s clock twelve minutes ahead.
  await context.addInitScript((aheadMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + aheadMs;
  }, 12 * MINUTE_MS);
  const again = await context.newPage();
  await again.goto(`${link.url}/sessions/${visit.sessionId}`);
  await saveReading(again, 173, 98);
  await saveReading(again, 174, 99);
  link.mend();
  const question = again.locator('[data-asks="times"]');
  await expect(question).toContainText('12 min ahead of the clinic’s');
  await expect(question.getByRole('listitem')).toHaveCount(2);
  expect(await systolics(visit)).toEqual([122]);
  expect(await seriousFaults(again)).toEqual([]);
  await question.getByRole('button', { name: 'Use the clinic’s times', exact: true }).click();
  await expect(waitingChips(again)).toHaveCount(0);
  await expect(question).toHaveCount(0);
  await expect.poll(() => systolics(visit)).toEqual([122, 173, 174]);
  for (const { happenedAt } of (await eventsOf(visit)).filter(({ type }) => type === 'vitals-recorded').slice(1))
    expect(Math.abs(toMs(happenedAt) - toMs(server.now()))).toBeLessThan(3 * MINUTE_MS);
});

test('[OUT16, OUT7] a result of an outcome scale entered without the server stands there, survives a reload, and is stored once', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToCheckedIn(server);
  await using link = await openLink(server.url);
  const { page } = await installedTabletAt(browser, server, link, visit);
  link.cut();
  await page.reload();
  const strip = page.getByRole('region', { name: 'Outcome scales', exact: true });
  const results = page.getByRole('list', { name: 'Results, newest first', exact: true });
  await strip.getByRole('button', { name: /^Outcome scales .+$/ }).click();
  await page.getByRole('button', { name: 'Enter a result', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Outcome scale · Maya Reyes', exact: true });
  await form.getByRole('button', { name: 'BDI-II', exact: true }).click();
  await form.getByLabel('BDI-II total', { exact: true }).fill('18');
  await expect(form).toContainText('not known without the server');
  await form.getByRole('button', { name: 'Save BDI-II 18', exact: true }).click();
  await expect(results.getByRole('listitem')).toContainText('waiting to send');
  await expect(pill(page)).toContainText('1 entry to send');
  await page.reload();
  await expect(strip).toContainText('1 for this visit · last BDI-II 18');
  link.mend();
  await expect(pill(page)).toHaveAttribute('data-connection', 'live');
  const nurse = await server.as('nurse');
  const stored = async () => (await nurse.get<{ outcomes: Outcome[] }>(`/api/outcomes?patient=${PATIENTS[0].id}`)).body.outcomes;
  await expect.poll(stored).toMatchObject([{ scale: 'bdi2', total: 18, sessionId: visit.sessionId }]);
  await strip.getByRole('button', { name: /^Outcome scales .+$/ }).click();
  await expect(results.getByRole('listitem')).toHaveCount(1);
  await expect(results).not.toContainText('waiting to send');
});

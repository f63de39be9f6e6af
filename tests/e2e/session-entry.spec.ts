import { type Browser, expect, type Page, test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { type PlayedVisit, playToInfusing } from '../support/play-visit.ts';
import { openScreen, PHONE, startClinic, TABLET, untilDrawn, untilLive } from './support/browse.ts';
import { openLink } from './support/link.ts';
import { untilKeeping } from './support/offline.ts';
import { padFor, readingsOf } from './support/pad.ts';

async function atTheChair(
  browser: Browser,
  server: TestServer,
): Promise<{ visit: PlayedVisit; page: Page; complaints: string[] }> {
  const visit = await playToInfusing(server);
  server.clock.advance(6 * MINUTE_MS);
  const { page, complaints } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Maya Reyes', exact: true })).toBeVisible();
  await untilLive(page);
  return { visit, page, complaints };
}

test('[UI78] a full set is its digits, one tap a scale and one to save, and stands in the timeline', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page, complaints } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '4', '2', '8', '4', '7', '8', '9', '7', '1', '4');
  await pad.choose('moaas', 4);
  await pad.choose('dissociation', 2);
  await pad.choose('nausea', 1);
  await expect(pad.save).toHaveText('Save vitals · 8 of 8 entered');
  await pad.save.click();
  expect(pad.taps() + 1).toBe(15);
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText(
    '142/84 · HR 78 · SpO₂ 97 % · RR 14',
  );
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText(
    'MOAA/S 4 · Diss. 2 · Nausea 1',
  );
  await expect(pad.save).toHaveText('Save vitals · 0 of 8 entered');
  await expect(pad.field('Systolic')).toHaveAccessibleName(/^Systolic, empty, last 142 · /);
  await expect.poll(async () => (await readingsOf(visit)).length).toBe(2);
  const [before, saved] = await readingsOf(visit);
  expect(before).toMatchObject({ systolic: 122 });
  expect(saved).toEqual({ systolic: 142, diastolic: 84, heartRate: 78, spo2: 97, respiratoryRate: 14 });
  expect(complaints).toEqual([]);
});

test('[UI52] a typing error is said at once and cannot be saved, and what was typed stays', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('2', '7');
  await expect(pad.field('Systolic')).toContainText('must be 50 to 260');
  await expect(pad.field('Systolic')).toContainText('27');
  await pad.save.click();
  await expect(pad.field('Systolic')).toHaveAttribute('aria-current', 'true');
  await pad.tap('5', '1');
  await expect(pad.field('Systolic')).toContainText('275');
  await pad.tap('Delete digit', 'Delete digit', 'Delete digit', '9', '5', '1', '2', '7');
  await expect(pad.field('Diastolic')).toContainText('must be below systolic 95');
  await page.getByRole('button', { name: 'Swap to 127/95', exact: true }).click();
  await pad.save.click();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('127/95');
  await expect.poll(async () => (await readingsOf(visit)).length).toBe(2);
});

test('[VISIT53] a reading that a colleague recorded just now asks, and keeps what was typed', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  await visit.say('record-vitals', { systolic: 127, diastolic: 95, heartRate: 78 }, { as: 'nurse2' });
  const list = page.getByRole('list', { name: 'Entries, newest first', exact: true });
  await expect(list).toContainText('127/95');
  const pad = padFor(page);
  await pad.tap('1', '2', '7', '9', '5');
  await pad.save.click();
  await expect(
    page.getByText(
      'A colleague recorded the same reading less than a minute ago. Clear yours, or change its time if it is another one.',
      { exact: true },
    ),
  ).toBeVisible();
  await expect(pad.field('Systolic')).toContainText('127');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await pad.tap('1', '2', '8', '9', '5');
  await pad.save.click();
  await expect(list).toContainText('128/95');
});

test('[UI142] More types into the fields that it shows, Save comes back to the main ones, and Clear can be undone', async ({
  browser,
}) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '2', '7');
  await pad.more();
  await pad.tap('3', '6', '8');
  await expect(pad.field('Temperature')).toContainText('36.8');
  await expect(page.getByText('Also entered: BP 127/–', { exact: true })).toContainText('127');
  await page.getByRole('button', { name: 'Main set', exact: true }).click();
  await pad.tap('9', '5');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(pad.save).toHaveText('Save vitals · 0 of 8 entered');
  await page.getByRole('button', { name: 'Undo clear', exact: true }).click();
  await pad.more();
  await pad.save.click();
  await expect(pad.field('Systolic')).toHaveAttribute('aria-current', 'true');
  await expect.poll(async () => (await readingsOf(visit)).at(-1)).toEqual({ systolic: 127, diastolic: 95, temperatureC: 36.8 });
});

test('[UI55] what a value will raise is said before saving, and saving raises it', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '8', '5', '8', '4');
  await expect(pad.field('Systolic')).toContainText('*** limit 180');
  await expect(page.locator('[data-alarm]')).toHaveCount(0);
  await pad.save.click();
  await expect(page.locator('[data-alarm="high"]')).toContainText('Systolic 185, limit 180');
});

test('[UI56] a double tap on save is one entry', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '3', '0', '8', '0');
  await pad.save.dblclick();
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('130/80');
  await expect.poll(async () => (await readingsOf(visit)).length).toBe(2);
  await expect(page.getByRole('listitem').filter({ hasText: '130/80' })).toHaveCount(1);
});

test('[UI57] with the network down a set is kept, it says so, and it is sent once when it is back', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
    url: link.url,
  });
  await untilKeeping(page);
  const pad = padFor(page);
  await pad.tap('1', '3', '1', '8', '2');
  link.cut();
  await page.getByRole('button', { name: /^Save vitals · \d+ of \d+ entered$/ }).click();
  const line = page.getByRole('listitem').filter({ hasText: '131/82' });
  await expect(line).toContainText('waiting to send');
  await expect(pad.save).toContainText('0 of');
  link.mend();
  await expect(line).not.toContainText('waiting to send');
  await expect(line).toHaveCount(1);
  expect((await readingsOf(visit)).filter((reading) => reading.systolic === 131)).toHaveLength(1);
});

test('[UI58] leaving a visit with typed values asks, and staying keeps them', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '3', '1');
  await page.getByRole('link', { name: 'All chairs', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Values are not saved', exact: true });
  await question.getByRole('button', { name: 'Stay here', exact: true }).click();
  await expect(pad.field('Systolic')).toContainText('131');
  await page.getByRole('link', { name: 'All chairs', exact: true }).click();
  await question.getByRole('button', { name: 'Discard and leave', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/`);
});

test('[UI59] the time of a set can be set back, and both times show', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', '3', '3', '8', '3');
  await page.getByRole('button', { name: 'Change time', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 minutes later', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: '5 minutes earlier', exact: true }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await pad.save.click();
  const line = page.getByRole('listitem').filter({ hasText: '133/83' });
  await expect(line).toContainText('10:01');
  await expect(line).toContainText('recorded 10:06');
  const timesOf = async () => {
    const client = await visit.client('nurse');
    const { body } = await client.get<{ events: { type: string; happenedAt: string }[] }>(
      `/api/sessions/${visit.sessionId}/timeline`,
    );
    return body.events.filter(({ type }) => type === 'vitals-recorded').map(({ happenedAt }) => happenedAt);
  };
  await expect.poll(async () => (await timesOf()).at(-1)).toMatch(/T09:01:/);
});

test('[UI51] a physical keyboard types into the pad: digits, Backspace and Enter', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('5');
  await page.keyboard.press('9');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('7');
  await page.keyboard.press('6');
  await expect(pad.field('Systolic')).toContainText('125');
  await expect(pad.field('Diastolic')).toContainText('76');
  await expect(pad.field('Heart rate')).toHaveAttribute('aria-current', 'true');
});

test('[UI76] an alarm moves nothing: pad and timeline keep their places', async ({ browser }) => {
  await using server = await startClinic();
  const { visit, page } = await atTheChair(browser, server);
  const pad = page.getByRole('region', { name: 'Enter vitals', exact: true });
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await untilDrawn(page);
  const before = { pad: await pad.boundingBox(), timeline: await timeline.boundingBox() };
  await visit.say('record-vitals', { systolic: 185, diastolic: 90 });
  await expect(page.locator('[data-alarm="high"]')).toBeVisible();
  expect({ pad: await pad.boundingBox(), timeline: await timeline.boundingBox() }).toEqual(before);
  for (const scale of ['MOAA/S', 'Dissociation', 'Nausea'])
    await expect(pad.getByText(scale, { exact: true })).toBeInViewport({ ratio: 1 });
});

test('[UI78] on a phone the pad is a sheet from the button at the foot', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: PHONE });
  await page.getByRole('button', { name: /^Enter vitals due in \d+:\d\d$/ }).click();
  const pad = padFor(page);
  await pad.tap('1', '2', '9', '7', '9');
  await pad.save.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Entries, newest first', exact: true })).toContainText('129/79');
});

test('[UI56] a key pressed and taken back long before is not the time of the set', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await atTheChair(browser, server);
  const pad = padFor(page);
  await pad.tap('1', 'Delete digit');
  server.clock.advance(5 * MINUTE_MS);
  await expect(page.locator('[data-server-time]')).toHaveAttribute('data-server-time', /^10:11/);
  await pad.tap('1', '3', '4', '8', '4');
  await pad.save.click();
  await expect(page.getByRole('listitem').filter({ hasText: '134/84' })).toContainText('10:11');
});

import { expect, type Page, test } from '@playwright/test';
import { endVisit, instantOf, playRecord } from '../support/play-record.ts';
import { cuffReadings, type RealReading, WITHOUT_RECORD } from '../support/real-record.ts';
import { chairCard, openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

test.skip(WITHOUT_RECORD !== false, String(WITHOUT_RECORD));

/** A baseline and an hour of readings, ten minutes apart. */
const HOURS = [633, 703, 773, 843, 913];

const pressureOf = ({ data }: RealReading) => `${data.systolic}/${data.diastolic}`;

/** What the bar of alarms on the board says, as `priority words`. */
const alarmsInBar = (page: Page) =>
  page
    .getByRole('region', { name: 'Active alarms, most urgent first', exact: true })
    .getByRole('listitem')
    .locator('[data-alarm]')
    .evaluateAll((strips) => strips.map((strip) => strip.getAttribute('data-alarm') ?? ''));

/** The newest reading of the timeline, and all of them. */
const readingsIn = (page: Page) =>
  page.getByRole('region', { name: 'Timeline', exact: true }).locator('[data-entry="vitals-recorded"]');

/** Somebody is at these screens: untouched for half an hour they would be signed out. */
const stayAwake = (...pages: readonly (Page | undefined)[]) =>
  Promise.all(pages.map((page) => page?.evaluate(async () => void (await fetch('/api/me')))));

test('[DAY11, DAY12] five hours of a real record: each cuff value on the board and in the session as it is saved', async ({
  browser,
}) => {
  await using server = await startClinic({ at: instantOf(632) });
  const { page: board, complaints } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(board);
  let session: Page | undefined;
  for (const from of HOURS) {
    const readings = cuffReadings(from, from + 60);
    const visit = await playRecord(
      server,
      readings,
      { durationMin: 60 },
      {
        onWait: () => stayAwake(board, session),
        async onReading(played, reading, _up, cards) {
          await expect(chairCard(board, '1').getByText(pressureOf(reading), { exact: true }).first()).toBeVisible();
          await expect.poll(async () => (await alarmsInBar(board)).sort(), { intervals: [20, 50] }).toEqual(cards);
          if (reading.minute === from) {
            await session?.context().close();
            const path = `/sessions/${played.sessionId}`;
            session = (await openScreen(browser, server, { as: 'nurse', size: TABLET, path })).page;
          }
          if (session !== undefined) await expect(readingsIn(session).first()).toContainText(pressureOf(reading));
        },
      },
    );
    if (session === undefined) throw new Error('No session was opened');
    const shown = await readingsIn(session).allTextContents();
    expect(shown.length).toBe(readings.length);
    for (const [place, reading] of readings.toReversed().entries()) expect(shown[place]).toContain(pressureOf(reading));
    await endVisit(visit);
  }
  expect(complaints).toEqual([]);
});

test('[DAY11, DAY12, DAY13] an earlier stretch with gaps: each value, and overdue on the board where nothing was measured', async ({
  browser,
}) => {
  await using server = await startClinic({ at: instantOf(13) });
  const { page: board, complaints } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(board);
  const overdue = board
    .getByRole('region', { name: 'Active alarms, most urgent first', exact: true })
    .locator('[data-alarm]')
    .filter({ hasText: 'Vitals overdue' });
  const readings = cuffReadings(14, 623);
  await playRecord(
    server,
    readings,
    { durationMin: 660 },
    {
      onWait: () => stayAwake(board),
      async onReading(_, reading, _up, cards) {
        await expect(chairCard(board, '1').getByText(pressureOf(reading), { exact: true }).first()).toBeVisible();
        await expect.poll(async () => (await alarmsInBar(board)).sort(), { intervals: [20, 50] }).toEqual(cards);
        await expect(overdue).toHaveCount(0);
      },
      async onOverdue(_, priority) {
        await expect(overdue).toHaveAttribute('data-alarm', priority);
      },
    },
  );
  expect(complaints).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { playToInfusing } from '../play-visit.ts';
import { openScreen, startClinic, TABLET } from './support/browse.ts';
import { openLink } from './support/link.ts';
import { entryLines, pill, readingsOf, untilKeeping, waitingChips } from './support/offline.ts';
import { padFor } from './support/pad.ts';

test('[OUT1, OUT2, OUT5, OUT7] the link is cut: entries save at once, wait in sight, and go out by themselves in order, once', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await using link = await openLink(server.url);
  const { page, complaints } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
    url: link.url,
  });
  await untilKeeping(page);
  link.cut();
  const pad = padFor(page);
  for (const set of ['13182', '13383', '13584']) {
    await pad.tap(...set);
    await pad.save.click();
    await expect(entryLines(page)).toContainText(`${set.slice(0, 3)}/${set.slice(3)}`);
  }
  await expect(waitingChips(page)).toHaveCount(3);
  await expect(pill(page)).toContainText('3 entries to send');
  link.mend();
  await expect(waitingChips(page)).toHaveCount(0, { timeout: 15_000 });
  expect((await readingsOf(visit)).map(({ systolic }) => systolic).slice(1)).toEqual([131, 133, 135]);
  await expect(entryLines(page).getByText('131/82')).toHaveCount(1);
  expect(complaints.filter((text) => !text.includes('WebSocket'))).toEqual([]);
});

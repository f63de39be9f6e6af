import { expect, type Page } from '@playwright/test';
import type { PlayedVisit } from '../../play-visit.ts';
import { untilLive } from './browse.ts';

/** Live, and able to keep entries. */
export async function untilKeeping(page: Page): Promise<void> {
  await untilLive(page);
  await expect(page.locator('[data-keeps]')).toHaveAttribute('data-keeps', 'yes');
}

/** The timeline of the visit on screen. */
export const entryLines = (page: Page) => page.getByRole('list', { name: 'Entries, newest first' });

/** Lines that are marked as waiting. */
export const waitingChips = (page: Page) => entryLines(page).getByText('waiting to send');

/** The connection pill with its words. */
export const pill = (page: Page) => page.locator('[data-connection]');

/** All readings of a visit as the server has them, in its order. */
export async function readingsOf(visit: PlayedVisit): Promise<{ readonly systolic?: number; readonly at: string }[]> {
  const events = await (await visit.client('nurse')).timeline(visit.sessionId);
  return events.flatMap((event) =>
    event.type === 'vitals-recorded'
      ? [{ ...(event.data.systolic === undefined ? {} : { systolic: event.data.systolic }), at: event.happenedAt }]
      : [],
  );
}

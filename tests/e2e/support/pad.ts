import type { Locator, Page } from '@playwright/test';
import type { Vitals } from '../../../shared/session/reading-data.ts';
import type { PlayedVisit } from '../../support/play-visit.ts';

/** The entry pad of a screen, as fingers use it. Counts its taps. */
export function padFor(page: Page) {
  let taps = 0;
  const keys = page.getByRole('group', { name: 'Number pad', exact: true });
  return {
    async tap(...labels: readonly string[]) {
      for (const label of labels) {
        taps += 1;
        await keys.getByRole('button', { name: label, exact: true }).click();
      }
    },
    async choose(scale: 'moaas' | 'dissociation' | 'nausea' | 'pain', value: number) {
      taps += 1;
      await page.locator(`[data-scale="${scale}"]`).getByText(String(value), { exact: true }).click();
    },
    /** The other page. */
    async more() {
      taps += 1;
      await page.getByRole('button', { name: 'More', exact: true }).click();
    },
    field: (label: string): Locator => page.getByRole('button', { name: new RegExp(`^${label}, .+$`) }),
    save: page.getByRole('button', { name: /^Save vitals · \d+ of \d+ entered$/ }),
    taps: () => taps,
  };
}

/** What the server has of a visit's readings, oldest first. */
export async function readingsOf(visit: PlayedVisit): Promise<Vitals[]> {
  const client = await visit.client('nurse');
  const { body } = await client.get<{ events: { type: string; data: Vitals }[] }>(`/api/sessions/${visit.sessionId}/timeline`);
  return body.events.filter(({ type }) => type === 'vitals-recorded').map(({ data }) => data);
}

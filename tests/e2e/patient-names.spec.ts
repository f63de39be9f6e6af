import { expect, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import type { TestServer } from '../support/builders.ts';
import { playToInfusing } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import { chairCard, openScreen, PHONE, startClinic, TABLET, untilLive } from './support/browse.ts';

async function rename(server: TestServer, n: number, givenName: string, familyName: string): Promise<void> {
  const { allergies: _, ...patient } = { allergies: [], ...PATIENTS[n] };
  const answer = await (await server.as('admin')).clinic({
    ...{ id: newId(server.clock.now()), at: server.now() },
    ...{ type: 'put-patient' as const, data: { ...patient, givenName, familyName } as (typeof PATIENTS)[0] },
  });
  expect(answer.status).toBe(201);
}

test('[VISIT58, UI154] two of the same name are told apart on cards, in the recovery room and in dialogs', async ({
  browser,
}) => {
  await using server = await startClinic();
  const first = await playToInfusing(server);
  await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await rename(server, 1, PATIENTS[0].givenName, PATIENTS[0].familyName);
  for (const size of [TABLET, PHONE]) {
    const { page } = await openScreen(browser, server, { as: 'nurse', size });
    await untilLive(page);
    for (const [chair, { dateOfBirth }] of [PATIENTS[0], PATIENTS[1]].entries())
      await expect(
        chairCard(page, String(chair + 1)).getByText(`Maya Reyes · born ${bornText(dateOfBirth)}`, { exact: true }),
      ).toBeVisible();
  }
  const path = `/sessions/${first.sessionId}`;
  const { page } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Symptom', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(`Maya Reyes · born ${bornText(PATIENTS[0].dateOfBirth)}`);
});

test('[VISIT59, UI155] a name of one word, of 100 letters or from right to left fits its card and never turns its line', async ({
  browser,
}) => {
  await using server = await startClinic();
  await playToInfusing(server);
  await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  await rename(server, 0, '', 'Sukarno');
  await rename(server, 1, 'ليلى', 'حداد');
  const { page } = await openScreen(browser, server, { as: 'nurse', size: TABLET });
  await untilLive(page);
  const card = (label: string) => page.locator(`[data-chair="${label}"]`);
  await expect(card('1')).toContainText('Sukarno');
  await expect(card('2')).toContainText('\u2068ليلى ح.\u2069');
  await rename(server, 0, 'Maximiliane', 'x'.repeat(100));
  await rename(server, 1, 'Maximiliane', `x${'y'.repeat(99)}`);
  await expect(card('1')).toContainText('x'.repeat(100));
  for (const size of [TABLET, PHONE, { width: 1920, height: 1080 }]) {
    await page.setViewportSize(size);
    for (const label of ['1', '2']) {
      const { inner, outer } = await card(label).evaluate((element) => ({
        inner: element.scrollWidth,
        outer: element.clientWidth,
      }));
      expect(inner, `${size.width} chair ${label}`).toBeLessThanOrEqual(outer);
    }
  }
});

/** `12 Mar 1992`. */
const bornText = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][(month ?? 1) - 1];
  return `${date} ${name} ${year}`;
};

import { expect, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import { firstLoadFigure } from '../bench/first-load.ts';
import type { TestServer } from '../support/builders.ts';
import { playToInfusing, playToRecovering, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import {
  chairCard,
  DESKTOP,
  openScreen,
  PHONE,
  personMenu,
  scrollsSideways,
  seriousFaults,
  startClinic,
  TABLET,
  untilDrawn,
  untilLive,
  warning,
} from './support/browse.ts';
import { openLink } from './support/link.ts';

/** Twelve chairs, somebody recovering, somebody in alarm, and a name that has to wrap. */
async function aBusyClinic(server: TestServer) {
  const admin = await server.as('admin');
  for (let order = 3; order < 12; order++) {
    const chair = { id: newId(server.clock.now()), label: String(order + 1), order, state: 'available' } as const;
    expect((await admin.clinic({ id: newId(server.clock.now()), type: 'put-chair', at: server.now(), data: chair })).status).toBe(
      201,
    );
  }
  await playToRecovering(server, { patientId: PATIENTS[1].id });
  const long = { ...PATIENTS[0], givenName: 'Annamária-Żółcisława Ekaterina', familyName: 'Žižková' };
  const renamed = { id: newId(server.clock.now()), type: 'put-patient', at: server.now(), data: long } as const;
  expect((await (await server.as('nurse')).clinic(renamed)).status).toBe(201);
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ systolic: 188, diastolic: 100 }));
  await playToInfusing(server, { patientId: PATIENTS[2].id, chairId: CHAIRS[1] });
}

test('[UI18] twelve chairs, recovery and arrivals fit 1920 × 1080; smaller screens never scroll sideways', async ({
  browser,
}) => {
  test.slow();
  await using server = await startClinic();
  await aBusyClinic(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await untilDrawn(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(DESKTOP.height);
  for (const part of [chairCard(page, '12'), page.getByRole('region', { name: 'Arriving today', exact: true })])
    await expect(part).toBeInViewport({ ratio: 1 });
  const name = chairCard(page, '1').getByRole('heading', { level: 3 });
  await expect(name).toContainText('Annamária-Żółcisława Ekaterina Ž.');
  expect(await name.evaluate((heading) => heading.scrollWidth <= heading.clientWidth)).toBe(true);
  for (const size of [TABLET, { width: 820, height: 1180 }, PHONE, { width: 320, height: 640 }]) {
    await page.setViewportSize(size);
    expect([size.width, await scrollsSideways(page)]).toEqual([size.width, false]);
  }
});

for (const theme of ['dim', 'day'] as const)
  test(`[UI19] axe finds no serious fault on the board in ${theme}`, async ({ browser }) => {
    test.slow();
    await using server = await startClinic();
    await aBusyClinic(server);
    const { page } = await openScreen(browser, server, { as: 'physician', theme });
    await untilLive(page);
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await seriousFaults(page)).toEqual([]);
  });

test('[UI19] axe finds no serious fault on a board that is not live', async ({ browser }) => {
  test.slow();
  await using server = await startClinic();
  await using link = await openLink(server.url);
  await aBusyClinic(server);
  const { page } = await openScreen(browser, server, { as: 'physician', url: link.url });
  await untilLive(page);
  link.cut();
  await expect(warning(page, 'Not live')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});

test('[UI17] dim unless this device was told otherwise, and told it stays', async ({ browser }) => {
  await using server = await startClinic();
  const { page } = await openScreen(browser, server, { as: 'nurse' });
  await page.emulateMedia({ colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(17, 18, 20)');
  await personMenu(page, 'Ana Ruiz').click();
  await page.getByRole('button', { name: 'Day theme', exact: true }).click();
  await expect.poll(ground).toBe('rgb(243, 241, 236)');
  await page.reload();
  await expect.poll(ground).toBe('rgb(243, 241, 236)');
});

test('[UI23] no page needs an inline script or style: the content security policy has nothing to refuse', async ({ browser }) => {
  await using server = await startClinic();
  await playToInfusing(server);
  const { page, complaints } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  const policy = (await (await fetch(server.url)).headers.get('content-security-policy')) ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(complaints).toEqual([]);
});

test('[UI22] the board’s first load stays within 150 kB of compressed JavaScript', () => {
  const { figure, met } = firstLoadFigure();
  expect(met, figure).toBe(true);
});

test('[UI25] a clinic without chairs says what to do next', async ({ browser }) => {
  await using server = await startClinic();
  const admin = await server.as('admin');
  for (const { state, since: _, ...chair } of (await admin.board()).chairs)
    await admin.clinic({
      id: newId(server.clock.now()),
      type: 'put-chair',
      at: server.now(),
      data: { ...chair, state: 'retired' },
    });
  const { page } = await openScreen(browser, server, { as: 'admin' });
  await expect(page.getByRole('heading', { name: 'No chairs yet', exact: true })).toBeVisible();
  await expect(page.getByText('Add the first one in settings.', { exact: true })).toBeVisible();
  await expect(page.getByText('Nobody is planned for today. Schedule a visit', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Schedule a visit', exact: true })).toBeVisible();
});

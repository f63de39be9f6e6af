import { expect, test } from '@playwright/test';
import { playToInfusing, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import { chairCard, connection, openScreen, startClinic, untilLive, warning } from './support/browse.ts';
import { openLink } from './support/link.ts';

test('[UI2] a reading saved at the chair is on another screen at once, without anything being done there', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await visit.say('record-vitals', someVitals({ systolic: 137, diastolic: 83 }));
  await expect(chairCard(page, '1').getByText('137/83', { exact: true })).toBeVisible();
});

test('[UI3] a reading of one chair renders that card alone', async ({ browser }) => {
  await using server = await startClinic();
  const first = await playToInfusing(server);
  const second = await playToInfusing(server, { patientId: PATIENTS[1].id, chairId: CHAIRS[1] });
  const { page } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await expect(chairCard(page, '2').getByText('Infusing', { exact: true })).toBeVisible();
  const renders = async (label: string) => Number(await chairCard(page, label).getAttribute('data-renders'));
  const before = { first: await renders('1'), second: await renders('2') };
  await first.say('record-vitals', someVitals({ systolic: 131, diastolic: 80 }));
  await expect(chairCard(page, '1').getByText('131/80', { exact: true })).toBeVisible();
  expect(await renders('1')).toBe(before.first + 1);
  expect(await renders('2')).toBe(before.second);
  await second.say('record-vitals', someVitals({ systolic: 119, diastolic: 71 }));
  await expect(chairCard(page, '2').getByText('119/71', { exact: true })).toBeVisible();
  expect(await renders('1')).toBe(before.first + 1);
});

test('[UI8] a restarted server: the board goes on by itself with what was missed, once', async ({ browser }) => {
  await using server = await startClinic();
  await using link = await openLink(server.url);
  const visit = await playToInfusing(server);
  const { page, complaints } = await openScreen(browser, server, { as: 'physician', url: link.url });
  await untilLive(page);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  link.cut();
  await using again = await server.restart();
  const nurse = await again.as('nurse');
  const answer = await nurse.command(
    visit.sessionId,
    visit.command('record-vitals', someVitals({ systolic: 144, diastolic: 88 })),
  );
  expect(answer.status).toBe(201);
  link.mend(again.url);

  await expect(chairCard(page, '1').getByText('144/88', { exact: true })).toBeVisible();
  await untilLive(page);
  await nurse.command(visit.sessionId, visit.command('add-note', { text: 'says she is comfortable' }));
  await expect(chairCard(page, '1').getByText('“says she is comfortable”', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  expect(complaints.filter((text) => !text.includes('WebSocket'))).toEqual([]);
});

test('[UI8, UI9] a link that is cut: amber, then red with stale values, then everything missed and nothing twice', async ({
  browser,
}) => {
  await using server = await startClinic();
  await using link = await openLink(server.url);
  const visit = await playToInfusing(server);
  await visit.say('record-vitals', someVitals({ systolic: 188, diastolic: 104 }));
  const { page } = await openScreen(browser, server, { as: 'physician', url: link.url });
  await untilLive(page);
  await expect(page.getByRole('button', { name: /^Acknowledge.*$/ }).first()).toBeVisible();

  link.stall();
  await expect(connection(page)).toHaveAttribute('data-connection', 'catching-up');
  await expect(warning(page, 'Not live since')).toBeVisible();
  await expect(page.getByText('188/104', { exact: true })).toHaveCSS('text-decoration-style', 'dashed');
  await expect(page.getByRole('button', { name: /^Acknowledge.*$/ })).toHaveCount(0);
  await expect(
    chairCard(page, '1')
      .getByText(/^at \d\d:\d\d$/)
      .first(),
  ).toBeVisible();
  for (const systolic of [150, 151, 152]) await visit.say('record-vitals', someVitals({ systolic, diastolic: 90 }));

  link.mend();
  await expect(chairCard(page, '1').getByText('152/90', { exact: true })).toBeVisible();
  await untilLive(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(chairCard(page, '1').locator('svg[role="img"]')).toHaveAttribute('aria-label', /188, 150, 151, 152;/);
});

test('[UI10] after a sleep no frame is painted that says "live"', async ({ browser }) => {
  await using server = await startClinic();
  await using link = await openLink(server.url);
  await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'physician', url: link.url });
  await untilLive(page);
  link.stall();
  // What a sleeping tab finds when it wakes: a minute is gone, and no timer has run yet. Then thirty frames.
  const painted = await page.evaluate(
    () =>
      new Promise<(string | null | undefined)[]>((resolve) => {
        const { now } = Date;
        Date.now = () => now() + 60_000;
        const frames: (string | null | undefined)[] = [];
        const look = () => {
          frames.push(document.querySelector('[data-connection]')?.getAttribute('data-connection'));
          if (frames.length === 30) resolve(frames);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  expect(new Set(painted)).toEqual(new Set(['not-live']));
  await expect(warning(page, 'Not live since')).toBeVisible();
});

test('[UI12] a restored log: the board is loaded afresh and says so', async ({ browser }) => {
  await using server = await startClinic();
  await using other = await startClinic();
  await using link = await openLink(server.url);
  await playToInfusing(server);
  const { page, context } = await openScreen(browser, server, { as: 'physician', url: link.url });
  await untilLive(page);
  await expect(chairCard(page, '1').getByText('Maya R.', { exact: true })).toBeVisible();
  const [name = '', value = ''] = ((await other.as('physician')).cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: link.url, httpOnly: true, sameSite: 'Strict' }]);
  link.cut();
  link.mend(other.url);
  await expect(
    page.getByText('The clinic’s data was restored or moved. Everything was reloaded.', { exact: true }),
  ).toBeVisible();
  await expect(chairCard(page, '1').getByText('Available', { exact: true })).toBeVisible();
});

test('[UI27] a screen older than the server is told to reload, and does not pretend to be live', async ({ browser }) => {
  await using server = await startClinic();
  const { page, context } = await openScreen(browser, server, { path: '/sign-in' });
  // The screen as it was before the wire's last change: it names an older number.
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const upstream = socket.connectToServer();
    socket.onMessage((message) => upstream.send(String(message).replace(/"protocol":\d+/, '"protocol":0')));
  });
  const [name = '', value = ''] = ((await server.as('nurse')).cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(server.url);
  await expect(warning(page, 'newer version')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload', exact: true })).toBeVisible();
  await expect(connection(page)).not.toHaveAttribute('data-connection', 'live');
});

test('[UI148] a part of the board that could not be loaded comes by itself, and the chairs stay meanwhile', async ({
  browser,
}) => {
  await using server = await startClinic();
  await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: '/recovery' });
  await untilLive(page);
  let tries = 0;
  await page.route('**/recovery-column-*.js', (route) => {
    tries += 1;
    return tries < 3 ? route.abort() : route.continue();
  });
  await page.goto(server.url);
  await expect(chairCard(page, '1')).toBeVisible();
  const placeOf = () => chairCard(page, '1').boundingBox();
  const before = await placeOf();
  await expect(page.getByRole('heading', { name: 'Recovery room', exact: true })).toBeVisible();
  expect(await placeOf()).toEqual(before);
  expect(tries).toBeGreaterThan(2);
});

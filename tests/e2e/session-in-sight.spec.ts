import { expect, type Locator, type Page, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import type { Patient } from '../../shared/clinic/records.ts';
import type { TestServer } from '../support/builders.ts';
import { playToCheckedIn, playToInfusing, playToRecovering, playToScheduled, someVitals } from '../support/play-visit.ts';
import { BAYS, CHAIRS, PATIENTS } from '../support/small-clinic.ts';
import { openScreen, startClinic, TABLET, untilDrawn, untilLive } from './support/browse.ts';
import { openLink } from './support/link.ts';

/** What a tablet's own bars leave of its screen, lying and standing; phones; a desktop window; twice the size of everything. */
const SIZES = [
  [1180, 820],
  [1180, 740],
  [1080, 706],
  [1366, 768],
  [1366, 640],
  [1280, 720],
  [1024, 690],
  [960, 540],
  [820, 1180],
  [820, 1106],
  [768, 954],
  [744, 1060],
  [590, 410],
  [390, 844],
  [390, 660],
] as const;

const SIX = ['Penicillin', 'Sulfonamides', 'Latex', 'Codeine', 'Bee venom', 'Adhesive tape'].map((substance) => ({
  substance,
  reaction: 'rash',
}));

/** Somebody whose name and allergies take more room than most. */
async function withLongName(server: TestServer, patient: Patient): Promise<void> {
  const name = { givenName: 'Maximiliane-Theodora Annabella', familyName: 'von Wolfeschlegelsteinhausenbergerdorff-Østergård' };
  const data = { ...patient, ...name, allergies: SIX };
  const answer = await (await server.as('admin')).clinic({
    ...{ id: newId(server.clock.now()), at: server.now() },
    ...{ type: 'put-patient' as const, data },
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

/** Whole, inside the window, and not beneath anything else. */
async function isInSight(page: Page, target: Locator): Promise<boolean> {
  const box = await target.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return false;
  if (box.y < -0.5 || box.x < -0.5 || box.y + box.height > size.height + 0.5 || box.x + box.width > size.width + 0.5)
    return false;
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element === there || element.contains(there) || there.contains(element));
  });
}

test('[UI141] on a running infusion Save, the call, Stop and who it is are in sight at every size, without scrolling', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await withLongName(server, PATIENTS[0]);
  await visit.say('record-vitals', someVitals({ systolic: 188, diastolic: 100, spo2: 85 }));
  await visit.say('call-physician', { reason: 'Chest tight' });
  await using link = await openLink(server.url);
  const { page } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
    url: link.url,
  });
  await untilLive(page);
  const missing: string[] = [];
  const look = async (state: string) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await untilDrawn(page);
      const phone = width <= 700;
      if (phone) await page.getByRole('button', { name: /^Enter vitals due in \d+:\d\d$/ }).click();
      const wanted: [string, Locator][] = [
        ['Save', page.getByRole('button', { name: 'Save vitals · 0 of 8 entered', exact: true })],
      ];
      for (const [name, target] of wanted)
        if (!(await isInSight(page, target))) missing.push(`${state} ${width}×${height}: ${name}`);
      if (phone) await page.getByRole('button', { name: 'Close', exact: true }).click();
      for (const [name, target] of [
        ['call', page.getByRole('button', { name: 'Physician called', exact: true })],
        ['stop', page.getByRole('button', { name: 'Hold to stop', exact: true })],
        ['name', page.getByRole('heading', { level: 1 })],
      ] as const)
        if (!(await isInSight(page, target))) missing.push(`${state} ${width}×${height}: ${name}`);
    }
  };
  await look('live');
  link.cut();
  await expect(page.getByRole('alert').filter({ hasText: 'Not live since' })).toBeVisible();
  await look('not live');
  expect(missing).toEqual([]);
});

test('[UI141] before the start and in recovery the next step and who it is are in sight at every size of a tablet', async ({
  browser,
}) => {
  await using server = await startClinic();
  const recovering = await playToRecovering(server, { patientId: PATIENTS[1].id, bayId: BAYS[1], chairId: CHAIRS[1] });
  const here = await playToCheckedIn(server);
  const coming = await playToScheduled(server, { patientId: PATIENTS[2].id });
  for (const patient of PATIENTS) await withLongName(server, patient);
  const missing: string[] = [];
  const look = async (page: Page, what: string, targets: readonly (readonly [string, Locator])[]) => {
    for (const [width, height] of SIZES.filter(([wide]) => wide > 700)) {
      await page.setViewportSize({ width, height });
      await untilDrawn(page);
      for (const [name, target] of [...targets, ['name', page.getByRole('heading', { level: 1 })] as const])
        if (!(await isInSight(page, target))) missing.push(`${what} ${width}×${height}: ${name}`);
    }
  };
  const open = async (sessionId: string) => {
    const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${sessionId}`, size: TABLET });
    await untilLive(page);
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  let page = await open(coming.sessionId);
  await look(page, 'check-in', [['check in', button(page, 'Check in')]]);
  page = await open(here.sessionId);
  const always = [
    ['call', button(page, 'Call physician')],
    ['start', button(page, 'Start infusion')],
  ] as const;
  await look(page, 'checklist', always);
  await page.locator('[data-step="baseline"]').click();
  await look(page, 'baseline', [...always, ['save', button(page, 'Save vitals · 0 of 8 entered')]]);
  page = await open(recovering.sessionId);
  await look(page, 'recovery', [
    ['call', button(page, 'Call physician')],
    ['discharge', button(page, 'Discharge')],
    ['enter', button(page, 'Enter vitals')],
  ]);
  expect(missing).toEqual([]);
});

test('[UI143] an alarm that comes while a form is open stands above it, is said once, and is answered without losing what was typed', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What was seen or said', { exact: true }).fill('Dreams of the sea');
  await visit.say('record-vitals', someVitals({ spo2: 85 }), { as: 'nurse2' });
  const strip = page.getByRole('region', { name: 'Active alarms, most urgent first', exact: true });
  const answer = strip.getByRole('button', { name: 'Acknowledge SpO₂ 85 %, chair 1, Maya R.', exact: true });
  expect(await isInSight(page, answer)).toBe(true);
  await answer.click();
  await expect(strip.getByRole('heading', { name: 'None unanswered', exact: true })).toBeVisible();
  await expect(form.getByLabel('What was seen or said', { exact: true })).toHaveValue('Dreams of the sea');
  await form.getByRole('button', { name: 'Save note', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText('Dreams of the sea');
  await expect(page.locator('[aria-live="assertive"]', { hasText: 'high alarm, Chair 1: SpO₂ 85 %' })).toHaveCount(1);
});

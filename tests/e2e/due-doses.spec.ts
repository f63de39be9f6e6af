import { expect, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { answerOf } from '../support/answer-of.ts';
import type { TestServer } from '../support/builders.ts';
import { aCheckIn, anOrder, PlayedVisit, playToInfusing, someVitals } from '../support/play-visit.ts';
import { CHAIRS, PATIENTS, PROTOCOLS } from '../support/small-clinic.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';

/** Ready for the first of two devices of esketamine: 56 mg ordered and checked. */
async function readyToSpray(server: TestServer): Promise<PlayedVisit> {
  const visit = new PlayedVisit(server, PATIENTS[1].id);
  const nurse = await visit.client('nurse');
  const data = { patientId: visit.patientId, protocolId: PROTOCOLS.nasal.id, plannedStart: server.now() };
  await nurse.post('/api/sessions', { id: newId(server.clock.now()), sessionId: visit.sessionId, at: server.now(), data });
  await visit.say('check-in', aCheckIn());
  await visit.say('assign-chair', { chairId: CHAIRS[0] });
  for (const item of PROTOCOLS.nasal.checklist) await visit.say('answer-checklist', answerOf(item));
  const { doseMgPerKg: _, ...order } = anOrder({ drug: 'Esketamine', route: 'nasal', concentrationMgPerMl: 140 });
  await visit.say('write-order', { ...order, doseMg: 56 }, { as: 'physician' });
  await visit.say('confirm-order', {}, { as: 'nurse2' });
  await visit.say('record-vitals', someVitals());
  await visit.say('record-observation', { moaas: 5 });
  return visit;
}

const dosesOf = async (visit: PlayedVisit) =>
  (await (await visit.client('nurse')).timeline(visit.sessionId)).filter(({ type }) => type === 'dose-given').length;

test('[DUE8] two devices: the first from the start bar, the second counts down, then the order is in', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToSpray(server);
  const { page, complaints } = await openScreen(browser, server, {
    as: 'nurse',
    path: `/sessions/${visit.sessionId}`,
    size: TABLET,
  });
  await untilLive(page);
  await expect(page.getByRole('button', { name: /^Start.*$/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Give dose', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true });
  await expect(form).toContainText('Esketamine, device 1 of 2');
  await form.getByRole('button', { name: '28 mg', exact: true }).click();
  await form.getByRole('button', { name: 'Record 28 mg nasal given', exact: true }).click();
  const strip = page.getByRole('region', { name: 'Now', exact: true });
  await expect(strip).toContainText('28 of 56 mg');
  await expect(strip.locator('[data-next-device]')).toContainText(/Device 2 of 2\s*[45]:\d\d/);
  await expect(strip).toContainText('of 120 min');
  // Too early is said, and is not recorded by the first tap.
  server.clock.advance(3 * MINUTE_MS);
  await expect(strip.locator('[data-next-device]')).toContainText(/[12]:\d\d/);
  await page.getByRole('button', { name: 'Give dose', exact: true }).click();
  await form.getByRole('button', { name: '28 mg', exact: true }).click();
  await form.getByRole('button', { name: 'Record 28 mg nasal given', exact: true }).click();
  await expect(form).toContainText('Too early: devices are 5 min apart.');
  expect(await dosesOf(visit)).toBe(1);
  await form.getByRole('button', { name: 'Close', exact: true }).click();
  await form.getByRole('button', { name: 'Discard', exact: true }).click();
  server.clock.advance(2 * MINUTE_MS);
  await expect(strip.locator('[data-next-device]')).toHaveAttribute('data-next-device', 'due');
  await page.getByRole('button', { name: 'Give dose', exact: true }).click();
  await form.getByRole('button', { name: '28 mg', exact: true }).click();
  await form.getByRole('button', { name: 'Record 28 mg nasal given', exact: true }).click();
  await expect(strip).toContainText('56 of 56 mg');
  await expect(strip.locator('[data-next-device]')).toHaveCount(0);
  await expect.poll(() => dosesOf(visit)).toBe(2);
  expect(complaints).toEqual([]);
});

test('[DUE9] the same dose of two nurses is a question: discarded it is one, with a time of its own it is two', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await readyToSpray(server);
  await visit.say('give-dose', { route: 'nasal', doseMg: 28 }, { as: 'nurse2' });
  server.clock.advance(MINUTE_MS);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const form = page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true });
  const say28 = async () => {
    await page.getByRole('button', { name: 'Give dose', exact: true }).click();
    await form.getByRole('button', { name: '28 mg', exact: true }).click();
    await form.getByRole('button', { name: 'Record 28 mg nasal given', exact: true }).click();
  };
  await say28();
  const card = page.getByRole('alert', { name: 'The same dose was recorded just now', exact: true });
  await expect(card).toContainText('Ben Okoye');
  await expect(card).toContainText('Ana Ruiz, you');
  await expect(card).toContainText('10:00:00');
  expect(await seriousFaults(page)).toEqual([]);
  await card.getByRole('button', { name: 'It is the same dose: discard mine', exact: true }).click();
  await expect(form).toHaveCount(0);
  expect(await dosesOf(visit)).toBe(1);

  await say28();
  await card.getByRole('button', { name: 'It is another dose …', exact: true }).click();
  const record = card.getByRole('button', { name: 'Record another 28 mg nasal', exact: true });
  await expect(record).toBeDisabled();
  server.clock.advance(5 * MINUTE_MS);
  await expect(record).toBeEnabled();
  await record.click();
  await expect(form).toHaveCount(0);
  await expect.poll(() => dosesOf(visit)).toBe(2);
});

test('[DUE9] the same medicine twice asks as well', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const ondansetron = { drug: 'Ondansetron', dose: 4, unit: 'mg', route: 'iv', reason: 'nausea' } as const;
  await visit.say('give-medication', ondansetron, { as: 'nurse2' });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Medication', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Medication · Maya Reyes', exact: true });
  await form.getByRole('button', { name: 'Ondansetron', exact: true }).click();
  await form.getByLabel('Dose', { exact: true }).fill('4');
  await form.getByRole('button', { name: 'mg', exact: true }).click();
  await form.getByRole('button', { name: 'IV', exact: true }).click();
  await form.getByLabel('Why', { exact: true }).fill('nausea');
  await form.getByRole('button', { name: 'Save medication', exact: true }).click();
  const card = page.getByRole('alert', { name: 'The same dose was recorded just now', exact: true });
  await expect(card).toContainText('Ondansetron 4 mg');
  await card.getByRole('button', { name: 'It is the same dose: discard mine', exact: true }).click();
  await expect(form).toHaveCount(0);
});

test('[DUE10] a quick note is one tap, a quick symptom its chip and how strong it is', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const entries = page.getByRole('list', { name: 'Entries, newest first', exact: true });
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('button', { name: 'Drank water', exact: true }).click();
  await expect(entries).toContainText('“Drank water”');
  await page.getByRole('button', { name: 'Symptom', exact: true }).click();
  await page.getByRole('button', { name: 'Restlessness', exact: true }).click();
  await page.getByRole('button', { name: '2, moderate', exact: true }).click();
  await page.getByRole('button', { name: 'Save symptom', exact: true }).click();
  await expect(entries).toContainText('Restlessness 2 of 4');
});

for (const [name, size, theme] of [
  ['tablet, dim', TABLET, 'dim'],
  ['phone, day', PHONE, 'day'],
] as const)
  test(`[DUE14] giving a dose: nothing serious for axe on a ${name}`, async ({ browser }) => {
    await using server = await startClinic();
    const visit = await readyToSpray(server);
    await visit.say('give-dose', { route: 'nasal', doseMg: 28 });
    const { page } = await openScreen(browser, server, {
      as: 'nurse',
      path: `/sessions/${visit.sessionId}#dose`,
      size,
      theme,
    });
    await untilLive(page);
    await expect(page.getByRole('dialog', { name: 'Give dose · Noor Haddad', exact: true })).toContainText('Device 2 from 10:05');
    expect(await seriousFaults(page)).toEqual([]);
  });

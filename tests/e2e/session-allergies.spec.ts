import { expect, test } from '@playwright/test';
import { newId } from '../../server/new-id.ts';
import type { Patient } from '../../shared/clinic/records.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import type { TestServer } from '../support/builders.ts';
import { playToCheckedIn, playToInfusing, playToReady } from '../support/play-visit.ts';
import { PATIENTS } from '../support/small-clinic.ts';
import { openScreen, PHONE, seriousFaults, startClinic, TABLET, untilLive } from './support/browse.ts';
import { eventsOf } from './support/offline.ts';
import { readyToInject } from './support/ready-for-dose.ts';

/** What a patient's record says of allergies; the first one's unless said. */
async function recordOf(server: TestServer, allergies: Patient['allergies'], of: Patient = PATIENTS[0]): Promise<void> {
  const { allergies: _, ...patient } = of;
  const data = allergies === undefined ? patient : { ...patient, allergies };
  const answer = await (await server.as('admin')).clinic({
    ...{ id: newId(server.clock.now()), at: server.now() },
    ...{ type: 'put-patient' as const, data },
  });
  expect(answer.status).toBe(201);
}

test('[VISIT49] allergies are asked at the chair: "yes" wants which, or none; both stand beside the name', async ({
  browser,
}) => {
  await using server = await startClinic();
  await recordOf(server, undefined);
  const visit = await playToCheckedIn(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const identity = page.getByRole('region', { name: 'Patient', exact: true });
  await expect(identity).toContainText('Not recorded');
  await page.getByRole('button', { name: 'Yes: Allergies asked', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Save allergies', exact: true }).click();
  await expect(form).toContainText('Say which, or that none is known.');
  await form.getByRole('button', { name: 'None known', exact: true }).click();
  await form.getByRole('button', { name: 'Save allergies', exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Yes: Allergies asked', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(identity).toContainText('None known');
  await identity.getByRole('button', { name: 'Change allergies', exact: true }).click();
  await form.getByRole('button', { name: 'These', exact: true }).click();
  await form.getByLabel('One a line, with the reaction after a colon', { exact: true }).fill('Latex: rash');
  await form.getByRole('button', { name: 'Save allergies', exact: true }).click();
  await expect(identity).toContainText('Latex');
  await expect(identity).toContainText('rash');
});

test('[DOSE28] an allergy to the drug holds the start and the order until a physician goes on against it', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToReady(server);
  await recordOf(server, [{ substance: 'Ketamine', reaction: 'anaphylaxis' }]);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  await expect(nurse.getByRole('heading', { name: 'Not ready to start', exact: true })).toBeVisible();
  await expect(
    nurse.getByText('Blocks the start. Ketamine: anaphylaxis. A physician may override it with a reason.', { exact: true }),
  ).toBeVisible();
  const { page } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await page.getByRole('button', { name: 'Override Allergy to Ketamine', exact: true }).click();
  await page.getByLabel('Why it may go on', { exact: true }).fill('Was a panic attack');
  await page.getByRole('button', { name: 'Override this check', exact: true }).click();
  await expect(nurse.getByRole('heading', { name: 'Ready to start', exact: true })).toBeVisible();
});

test('[DOSE30] an allergy recorded during the infusion holds a resume and a higher rate in words, until a physician decides', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  await untilLive(nurse);
  await nurse
    .getByRole('region', { name: 'Patient', exact: true })
    .getByRole('button', { name: 'Change allergies', exact: true })
    .click();
  const form = nurse.getByRole('dialog');
  await form.getByRole('button', { name: 'These', exact: true }).click();
  await form.getByLabel('One a line, with the reaction after a colon', { exact: true }).fill('Ketalar: hives');
  await form.getByRole('button', { name: 'Save allergies', exact: true }).click();
  const strip = nurse.getByRole('region', { name: 'Allergy to Ketamine', exact: true });
  await expect(strip).toContainText('Allergy recorded: Ketalar: hives');
  await expect(strip).toContainText('The drug is running: pause or stop it, or a physician decides');
  await nurse.getByRole('button', { name: 'Rate', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('A higher rate waits: a physician has to decide.');
  const change = form.getByRole('button', { name: 'Change rate', exact: true });
  await form.getByLabel('New rate', { exact: true }).fill('62');
  await expect(change).toBeDisabled();
  await form.getByLabel('New rate', { exact: true }).fill('30');
  await form.getByLabel('Why', { exact: true }).fill('Hives');
  await change.click();
  await expect(form).toHaveCount(0);
  await expect.poll(async () => (await eventsOf(visit)).at(-1)?.type).toBe('rate-changed');
  server.clock.advance(MINUTE_MS);
  await visit.say('pause-infusion', { reason: 'Hives' });
  await nurse.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('Going on waits: a physician has to decide.');
  await expect(form.getByRole('button', { name: 'Resume at 30 mL/h', exact: true })).toBeDisabled();
  expect(await seriousFaults(nurse)).toEqual([]);
  server.clock.advance(2 * MINUTE_MS);
  await expect(nurse.locator('section[aria-label="Now"]')).toContainText('Paused 2:0');

  const { page } = await openScreen(browser, server, { as: 'physician', path, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Override Allergy to Ketamine', exact: true }).click();
  await page.getByLabel('Why it may go on', { exact: true }).fill('From the tape');
  await page.getByRole('button', { name: 'Override this check', exact: true }).click();
  // What the physician decides opens the way for whoever stands at the chair.
  await expect(form.getByRole('alert')).toHaveCount(0);
  await form.getByRole('button', { name: 'Resume at 30 mL/h', exact: true }).click();
  await expect(form).toHaveCount(0);
  // It went on when it could, not when the form was opened.
  await expect.poll(async () => (await eventsOf(visit)).at(-1)?.happenedAt.slice(0, 16)).toBe('2026-11-24T09:03');
  await expect(strip).toContainText('A physician goes on despite it: From the tape');
  await expect(nurse.getByRole('region', { name: 'Now', exact: true })).toContainText('Infusing');
});

test('[DOSE30] an allergy recorded after the first shot holds the next one in its form', async ({ browser }) => {
  await using server = await startClinic();
  const visit = await readyToInject(server);
  await visit.say('give-dose', { route: 'im', doseMg: 25 });
  const patient = PATIENTS.find(({ id }) => id === visit.patientId) ?? PATIENTS[0];
  await recordOf(server, [{ substance: 'Esketamine' }], patient);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse } = await openScreen(browser, server, { as: 'nurse', path, size: PHONE });
  await untilLive(nurse);
  await nurse.getByRole('button', { name: 'Give dose', exact: true }).click();
  const form = nurse.getByRole('dialog');
  await expect(form.getByRole('alert')).toContainText('Allergy recorded: Esketamine. The dose waits: a physician has to decide.');
  await form.getByRole('button', { name: '15 mg', exact: true }).click();
  const record = form.getByRole('button', { name: 'Record 15 mg IM given', exact: true });
  await expect(record).toBeDisabled();
  await visit.say('override-check', { item: 'allergy', reason: 'Had 25 mg without harm' }, { as: 'physician' });
  await record.click();
  await expect(form).toHaveCount(0);
  await expect(nurse.getByRole('region', { name: 'Now', exact: true })).toContainText('40 of 40 mg');
});

test('[DOSE28] a medicine that the patient is allergic to is said before it is saved; a physician alone may give it', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await recordOf(server, [{ substance: 'Penicillins', reaction: 'rash' }]);
  const path = `/sessions/${visit.sessionId}`;
  for (const as of ['nurse', 'physician'] as const) {
    const { page } = await openScreen(browser, server, { as, path, size: TABLET });
    await untilLive(page);
    await page.getByRole('button', { name: 'Medication', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Another medicine', { exact: true }).fill('Cefazolin');
    await expect(form.getByRole('alert')).toContainText('Allergy recorded: Penicillins: rash.');
    const save = form.getByRole('button', { name: 'Save medication', exact: true });
    await expect(save).toBeDisabled();
    if (as === 'nurse') continue;
    await form.getByLabel('Why despite the allergy', { exact: true }).fill('Had it in May without harm');
    await form.getByLabel('Dose', { exact: true }).fill('1');
    await form.getByRole('button', { name: 'g', exact: true }).click();
    await form.getByRole('button', { name: 'IV', exact: true }).click();
    await form.getByLabel('Why', { exact: true }).fill('Fever');
    await save.click();
    await expect(form).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
      'despite an allergy: Had it in May without harm',
    );
  }
});

test('[DOSE29, VIT24] a medicine outside the protocol’s list asks who ordered it, and one for the pressure makes a reading due', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Medication', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Labetalol', exact: true }).click();
  await form.getByLabel('Dose', { exact: true }).fill('10');
  await form.getByRole('button', { name: 'mg', exact: true }).click();
  await form.getByRole('button', { name: 'IV', exact: true }).click();
  await form.getByLabel('Why', { exact: true }).fill('Pressure');
  await form.getByRole('button', { name: 'Save medication', exact: true }).click();
  await expect(form).toContainText('Say which physician ordered it.');
  await form.getByRole('button', { name: 'Clara Novak', exact: true }).click();
  await form.getByRole('button', { name: 'Spoken', exact: true }).click();
  await form.getByRole('button', { name: 'Save medication', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText('spoken order, Clara Novak');
  await expect(page.getByRole('region', { name: 'Now', exact: true })).toContainText('at 10:05');
});

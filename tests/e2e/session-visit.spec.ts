import { expect, type Page, test } from '@playwright/test';
import { clinicTime } from '../../client/live/clinic-time.ts';
import { ESCORT_CRITERION } from '../../shared/clinic/default-checklist.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import { PASSWORD } from '../support/builders.ts';
import { playToScheduled } from '../support/play-visit.ts';
import { PROTOCOLS } from '../support/small-clinic.ts';
import { DESKTOP, openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';
import { padFor } from './support/pad.ts';

/** Pictures of each step go to the folder that this names; without it none are taken. */
const pictures = process.env.CHAIRSIDE_PICTURES;

test('[UI77] a whole visit: nurse at the tablet, physician at the desktop, each sees what the other does', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  await using server = await startClinic();
  const visit = await playToScheduled(server);
  const path = `/sessions/${visit.sessionId}`;
  const { page: nurse, complaints } = await openScreen(browser, server, { as: 'nurse', path, size: TABLET });
  const { page: physician, complaints: others } = await openScreen(browser, server, { as: 'physician', path, size: DESKTOP });
  await untilLive(nurse);
  await untilLive(physician);
  let step = 0;
  const picture = async (page: Page, name: string) => {
    step += 1;
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${String(step).padStart(2, '0')}-${name}.png` });
  };
  /** Time goes by, and both screens have heard of it. */
  const later = async (minutes: number) => {
    server.clock.advance(minutes * MINUTE_MS);
    // Somebody sits at each: an idle sign-in ends after half an hour.
    for (const page of [nurse, physician]) await page.context().request.get(`${server.url}/api/me`);
    const shown = clinicTime('Europe/Berlin').time(server.clock.now());
    for (const page of [nurse, physician])
      await expect(page.locator('[data-server-time]')).toHaveAttribute('data-server-time', new RegExp(`^${shown}`));
  };
  const timeline = (page: Page) => page.getByRole('list', { name: 'Entries, newest first', exact: true });

  await test.step('arrive: two identifiers, weight in pounds, escort, chair', async () => {
    await nurse.getByRole('button', { name: 'Date of birth', exact: true }).click();
    await nurse.getByRole('button', { name: 'MRN', exact: true }).click();
    await nurse.getByRole('button', { name: 'lb', exact: true }).click();
    await nurse.getByLabel('Weight today', { exact: true }).fill('176.4');
    await expect(nurse.getByText('= 80.0 kg, and that is stored', { exact: true })).toBeVisible();
    await nurse.getByLabel('Escort (takes the patient home)', { exact: true }).fill('Jo Reyes');
    await picture(nurse, 'check-in');
    await nurse.getByRole('button', { name: 'Check in', exact: true }).click();
    await nurse.getByRole('button', { name: '3 free', exact: true }).click();
    await nurse.getByRole('button', { name: 'Assign chair 3', exact: true }).click();
    await expect(physician.getByRole('region', { name: 'Patient', exact: true })).toContainText('80.0 kg');
    await expect(physician.getByRole('region', { name: 'Patient', exact: true })).toContainText('3');
  });

  await test.step('checklist: one tap an answer', async () => {
    for (const { label, expected, asks } of PROTOCOLS.iv.checklist) {
      await nurse.getByRole('button', { name: `${expected === 'yes' ? 'Yes' : 'No'}: ${label}`, exact: true }).click();
      const further = expected === 'yes' ? asks?.yes?.quick[0] : undefined;
      if (further !== undefined) await nurse.getByRole('button', { name: further, exact: true }).click();
    }
    await expect(nurse.getByText('all answered', { exact: true })).toBeVisible();
    await picture(nurse, 'checklist');
  });

  await test.step('order by the physician, checked by the nurse', async () => {
    await physician.locator('[data-step="order"]').click();
    await physician.getByLabel('Dose', { exact: true }).fill('0.5');
    await physician.getByRole('button', { name: 'one milligram per millilitre', exact: true }).click();
    await physician.getByLabel('Over', { exact: true }).fill('40');
    await expect(physician.getByText('40 mL over 40 min = 60 mL/h', { exact: true })).toBeVisible();
    await picture(physician, 'order');
    await physician.getByRole('button', { name: 'Write order', exact: true }).click();
    await physician.locator('[data-step="confirm"]').click();
    await expect(physician.getByText('You wrote this order, so somebody else has to check it.', { exact: true })).toBeVisible();
    await expect(physician.getByRole('button', { name: /^.*I have checked.*$/ })).toHaveCount(0);
    await nurse.locator('[data-step="confirm"]').click();
    await nurse.getByRole('button', { name: 'I have checked dose, strength and pump', exact: true }).click();
    await expect(physician.getByText(/^Checked by Ana Ruiz at \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('baseline, and start', async () => {
    await expect(nurse.getByRole('region', { name: 'Start', exact: true })).toContainText('baseline vital signs');
    await nurse.locator('[data-step="baseline"]').click();
    const pad = padFor(nurse);
    await pad.tap('1', '2', '4', '7', '8', '7', '0', '9', '8', '1', '4');
    await pad.choose('moaas', 5);
    await pad.save.click();
    await expect(nurse.getByRole('heading', { name: 'Ready to start', exact: true })).toBeVisible();
    await picture(nurse, 'ready');
    await nurse.getByRole('button', { name: 'Start at 60 mL/h', exact: true }).click();
    await expect(physician.getByText('Infusing', { exact: true })).toBeVisible();
  });

  await test.step('infuse: readings, a symptom, a medicine, a pause, a new rate', async () => {
    await later(10);
    const pad = padFor(nurse);
    await pad.tap('1', '3', '1', '8', '2', '7', '4', '9', '7', '1', '4');
    await pad.choose('moaas', 4);
    await pad.choose('dissociation', 2);
    await pad.choose('nausea', 1);
    await pad.save.click();
    await expect(timeline(physician)).toContainText('131/82 · HR 74 · SpO₂ 97 % · RR 14');
    await nurse.getByRole('button', { name: 'Symptom', exact: true }).click();
    await nurse.getByRole('button', { name: 'Nausea', exact: true }).click();
    await nurse.getByRole('button', { name: '1, mild', exact: true }).click();
    await nurse.getByRole('button', { name: 'Save symptom', exact: true }).click();
    await expect(timeline(physician)).toContainText('Nausea 1 of 4');
    await later(4);
    await nurse.getByRole('button', { name: 'Medication', exact: true }).click();
    const medication = nurse.getByRole('dialog', { name: 'Medication · Maya Reyes', exact: true });
    await medication.getByRole('button', { name: 'Ondansetron', exact: true }).click();
    await medication.getByLabel('Dose', { exact: true }).fill('4');
    await medication.getByRole('button', { name: 'mg', exact: true }).click();
    await medication.getByRole('button', { name: 'IV', exact: true }).click();
    await medication.getByLabel('Why', { exact: true }).fill('nausea');
    await medication.getByRole('button', { name: 'Save medication', exact: true }).click();
    await expect(timeline(physician)).toContainText('Ondansetron 4 mg IV');
    await picture(nurse, 'infusing');
    await later(6);
    await pad.tap('1', '6', '5', '9', '2', '8', '4', '9', '6');
    await pad.save.click();
    await expect(physician.locator('[data-alarm]').first()).toContainText('165');
    await picture(physician, 'alarm');
    await physician
      .getByRole('button', { name: /^Acknowledge Systolic 165.*, chair 3, Maya R\.$/ })
      .first()
      .click();
    await expect(nurse.locator('[data-alarm]').first()).toContainText(/acknowledged\s*CN/);
    await nurse.getByRole('button', { name: 'Pause', exact: true }).click();
    await nurse.getByRole('button', { name: 'Blood pressure', exact: true }).click();
    await nurse.getByRole('button', { name: 'Pause infusion', exact: true }).click();
    await expect(physician.getByText(/^Paused \d+:\d\d$/)).toBeVisible();
    await later(3);
    await pad.tap('1', '4', '2', '8', '6', '8', '0');
    await pad.save.click();
    await nurse.getByRole('button', { name: 'Resume', exact: true }).click();
    await nurse.getByRole('button', { name: 'Resume at 60 mL/h', exact: true }).click();
    await expect(physician.getByText('Infusing', { exact: true })).toBeVisible();
  });

  await test.step('call the physician, who answers', async () => {
    await nurse.getByRole('button', { name: 'Call physician', exact: true }).click();
    await expect(nurse.getByText('Keep holding', { exact: true })).toBeVisible();
    await nurse.getByRole('button', { name: 'Call physician', exact: true }).click({ delay: 1_200 });
    await physician.getByRole('button', { name: 'Answer call', exact: true }).click();
    await expect(timeline(nurse)).toContainText('Call answered');
  });

  await test.step('end, and over to the recovery room', async () => {
    await later(20);
    await nurse.getByRole('button', { name: 'Hold to stop', exact: true }).click({ delay: 1_200 });
    await nurse.getByRole('button', { name: 'Completed', exact: true }).click();
    await nurse.getByRole('button', { name: 'End infusion', exact: true }).click();
    await nurse.getByRole('button', { name: 'Move to recovery', exact: true }).click();
    await nurse.getByRole('button', { name: 'R2 free', exact: true }).click();
    await nurse.getByRole('button', { name: 'Move to R2', exact: true }).click();
    await expect(physician.getByText('In recovery', { exact: true })).toBeVisible();
    await expect(physician.getByRole('heading', { name: 'Not ready for discharge', exact: true })).toBeVisible();
  });

  await test.step('recover: readings, score, criteria, home', async () => {
    for (const systolic of ['128', '126', '125', '124']) {
      await later(15);
      await nurse.getByRole('button', { name: 'Enter vitals', exact: true }).click();
      const pad = padFor(nurse);
      await pad.tap(...systolic, '7', '8', '7', '2', '9', '8', '1', '4');
      await pad.choose('moaas', 5);
      await pad.choose('dissociation', 0);
      await pad.choose('nausea', 0);
      await pad.more();
      await pad.choose('pain', 0);
      await pad.save.click();
      await expect(nurse.getByRole('dialog')).toHaveCount(0);
    }
    for (const row of ['vitalSigns', 'activity', 'nausea', 'pain', 'bleeding'])
      await nurse
        .locator(`[data-row="${row}"]`)
        .getByRole('button', { name: /^2 .+$/ })
        .click();
    await picture(nurse, 'recovering');
    await nurse.getByRole('button', { name: 'Save score', exact: true }).click();
    await expect(physician.getByText('10 of 10 · needs 9', { exact: true })).toBeVisible();
    await later(1);
    for (const { id, label, result } of PROTOCOLS.iv.criteria) {
      if (result === undefined) await nurse.getByRole('checkbox', { name: new RegExp(`^${label} .+$`) }).click();
      if (id !== ESCORT_CRITERION) continue;
      const escort = nurse.getByRole('dialog', { name: 'Escort · Maya Reyes', exact: true });
      await escort.getByRole('button', { name: 'Sibling', exact: true }).click();
      await escort.getByRole('button', { name: 'Known to us', exact: true }).click();
      await escort.getByRole('button', { name: 'Escort is here', exact: true }).click();
      await expect(escort).toHaveCount(0);
    }
    await nurse.getByRole('button', { name: 'C-SSRS re-checked not asked since the drug · enter C-SSRS', exact: true }).click();
    const cssrs = nurse.getByRole('dialog', { name: 'C-SSRS · Maya Reyes', exact: true });
    for (const item of ['Ideation 1', 'Ideation 2', 'Ideation 3', 'Ideation 4', 'Ideation 5', 'Behaviour within 3 months'])
      await cssrs.getByRole('group', { name: item, exact: true }).getByText('No', { exact: true }).click();
    await cssrs.getByRole('button', { name: 'Save C-SSRS 0', exact: true }).click();
    await expect(nurse.getByRole('heading', { name: 'Ready for discharge', exact: true })).toBeVisible();
    await nurse.getByRole('button', { name: 'Discharge', exact: true }).click();
    await expect(nurse.getByRole('dialog')).toContainText('taken home by');
    await nurse.getByRole('button', { name: 'Discharge home', exact: true }).click();
    await expect(nurse.getByRole('region', { name: 'Signatures', exact: true })).toContainText('not signed yet');
  });

  await test.step('sign: the nurse charts, the physician reviews', async () => {
    await expect(physician.getByRole('button', { name: 'Review and sign', exact: true })).toHaveCount(0);
    await nurse.getByRole('button', { name: 'Sign record', exact: true }).click();
    await nurse.getByLabel('Password of Ana Ruiz', { exact: true }).fill('not it');
    await nurse.getByRole('button', { name: 'Sign as charted', exact: true }).click();
    await expect(nurse.getByText('The password is wrong. The record is not signed.', { exact: true })).toBeVisible();
    await nurse.getByLabel('Password of Ana Ruiz', { exact: true }).fill(PASSWORD);
    await nurse.getByRole('button', { name: 'Sign as charted', exact: true }).click();
    await physician.getByRole('button', { name: 'Review and sign', exact: true }).click();
    await physician.getByLabel('Password of Clara Novak', { exact: true }).fill(PASSWORD);
    await physician.getByRole('button', { name: 'Sign as reviewed', exact: true }).click();
    await expect(nurse.getByRole('region', { name: 'Signatures', exact: true })).toContainText('Clara Novak');
    await picture(physician, 'signed');
  });
  expect([...complaints, ...others]).toEqual([]);
});

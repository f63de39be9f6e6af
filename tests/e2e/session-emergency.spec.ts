import { expect, test } from '@playwright/test';
import { PASSWORD } from '../support/builders.ts';
import { playToDischarged, playToInfusing } from '../support/play-visit.ts';
import { openScreen, startClinic, TABLET, untilLive } from './support/browse.ts';

test('[VISIT50] in an emergency one tap records with the time, the sheet stays, and help that is called is told to the physician', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  const { page: board } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await untilLive(board);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Code called', exact: true }).click();
  await expect(board.getByRole('region', { name: 'Active alarms, most urgent first', exact: true })).toContainText('Code called');
  await sheet.getByRole('button', { name: 'Oxygen 15 L/min, reservoir mask', exact: true }).click();
  await sheet.getByRole('button', { name: 'Jaw thrust', exact: true }).click();
  await expect(sheet.getByRole('button', { name: 'Jaw thrust 10:00', exact: true })).toBeVisible();
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  for (const action of ['Code called', 'Oxygen 15 L/min, reservoir mask', 'Jaw thrust'])
    await expect(timeline).toContainText(`Emergency: ${action}`);
});

test('[VISIT51] a symptom becomes an adverse event in one tap; what is not said is asked for at its field', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  await visit.say('record-symptom', { kind: 'Stridor', severity: 3, action: 'Jaw thrust' });
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await timeline.locator('[data-entry="symptom-recorded"]').getByRole('button').click();
  await page.getByRole('button', { name: 'Report as adverse event', exact: true }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('What', { exact: true })).toHaveValue('Stridor');
  await form.getByRole('button', { name: 'Report adverse event', exact: true }).click();
  await expect(form).toContainText('Say what became of it.');
  await expect(form).toContainText('Say whether it is serious.');
  await form.getByRole('button', { name: 'Recovering', exact: true }).click();
  await form.getByRole('button', { name: 'Yes', exact: true }).click();
  await form.getByRole('button', { name: 'Report adverse event', exact: true }).click();
  await expect(form).toContainText('Say what makes it serious.');
  await form.getByRole('button', { name: 'Life threatening', exact: true }).click();
  await form.getByRole('button', { name: 'Report adverse event', exact: true }).click();
  await expect(timeline).toContainText('Adverse event: Stridor · severe · serious: life threatening · recovering · Jaw thrust');
  await timeline.locator('[data-entry="adverse-event-reported"]').getByRole('button').click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await form.getByRole('button', { name: 'Misread', exact: true }).click();
  await form.getByRole('button', { name: 'Save correction', exact: true }).click();
  await expect(form).toContainText('Nothing was changed.');
  await form.getByRole('button', { name: 'Recovered', exact: true }).click();
  await form.getByRole('button', { name: 'Other …', exact: true }).click();
  await form.getByLabel('In your own words', { exact: true }).fill('Seen at the end');
  await form.getByRole('button', { name: 'Save correction', exact: true }).click();
  await expect(timeline).toContainText('recovered');
});

test('[VISIT51] after the visit an adverse event is added to the record, and history finds the visit by it', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToDischarged(server);
  const { page } = await openScreen(browser, server, { as: 'physician', path: `/sessions/${visit.sessionId}`, size: TABLET });
  await untilLive(page);
  await page.getByRole('button', { name: 'Report adverse event', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What', { exact: true }).fill('Fall at home');
  await form.getByRole('button', { name: 'Mild', exact: true }).click();
  await form.getByRole('button', { name: 'Recovered', exact: true }).click();
  await form.getByRole('button', { name: 'No', exact: true }).click();
  await form.getByRole('button', { name: 'Report adverse event', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Summary', exact: true })).toContainText('1 adverse event');
  // It stands on the screen before it is stored.
  await expect.poll(() => server.services.model.session(visit.sessionId)?.entries.at(-1)?.type).toBe('adverse-event-reported');
  await page.goto(`${server.url}/history?flag=adverse-event`);
  await expect(page.getByRole('grid', { name: 'Sessions', exact: true })).toContainText('Maya Reyes');
});

test('[ALARM73] [ALARM72] the emergency set aborts; what was called for stays on every screen with patient and place until it is answered', async ({
  browser,
}) => {
  await using server = await startClinic();
  const visit = await playToInfusing(server);
  const { page } = await openScreen(browser, server, { as: 'nurse', path: `/sessions/${visit.sessionId}`, size: TABLET });
  const { page: board } = await openScreen(browser, server, { as: 'physician' });
  await untilLive(page);
  await untilLive(board);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Code called', exact: true }).click();
  const bar = board.getByRole('region', { name: 'Active alarms, most urgent first', exact: true });
  await expect(bar).toContainText('Code called');
  await sheet.getByRole('button', { name: 'Abort: stop the drug, end the visit', exact: true }).click();
  await sheet.getByRole('button', { name: 'Stop the drug and end the visit', exact: true }).click();
  await expect(sheet).toContainText('A reason is needed.');
  await sheet.getByLabel('Why', { exact: true }).fill('Not breathing');
  await sheet.getByRole('button', { name: 'Stop the drug and end the visit', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Summary', exact: true })).toContainText('Aborted: Not breathing');
  await expect(page.getByRole('region', { name: 'Active alarms, most urgent first', exact: true })).toContainText('Code called');
  await expect(bar).toContainText('Chair 1');
  await expect(bar).toContainText('Maya R.');
  await page.getByRole('button', { name: 'Sign record', exact: true }).click();
  await sheet.getByLabel('Password of Ana Ruiz', { exact: true }).fill(PASSWORD);
  await sheet.getByRole('button', { name: 'Sign as charted', exact: true }).click();
  await expect(sheet).toContainText('Not signed: nobody has answered Emergency, help called.');
  await bar.getByRole('button', { name: 'Acknowledge Emergency, help called, chair 1, Maya R.', exact: true }).click();
  await expect(bar).toContainText('No alarms');
  await sheet.getByRole('button', { name: 'Sign as charted', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Signatures', exact: true })).toContainText('Ana');
});

import { expect, test } from '@playwright/test';
import { startTestServer } from '../support/builders.ts';

test('[API13] the page that describes the API works under our own security policy', async ({ page }) => {
  await using server = await startTestServer();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('requestfailed', (request) => errors.push(request.url()));
  const answer = await page.goto(`${server.url}/api/docs`);
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self';");

  await expect(page.getByRole('heading', { name: /^Chairside \d+ OAS 3\.\d$/ })).toBeVisible();
  await expect(page.getByText('wrong-patient', { exact: true })).toBeVisible();
  await page
    .getByRole('button', { name: 'POST /api/sessions/{sessionId}/commands Say something of a visit', exact: true })
    .first()
    .click();
  await expect(page.getByText('Stored before under this id; the same answer again', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

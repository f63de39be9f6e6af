import { expect, it } from 'vitest';
import { projectFiles, textOf } from './support/project-files.ts';
import { STAFF } from './support/small-clinic.ts';

/** Looked for on the whole page, each of these is one thing or two, depending on what has been drawn just then. */
const names = Object.values(STAFF).map(({ name }) => name);
const person = new RegExp(`\\bpage\\s*\\.getByRole\\('button', \\{ name: /(${names.join('|')})/ \\}\\)`);
const warning = /expect\((?:\w+\.)?page\.getByRole\('alert'\)\)\.to(?!HaveCount\(0\))/;

it("[OPS26] end-to-end tests look for a person's button and for a warning by more than that", () => {
  const specs = projectFiles().filter((file) => /^tests\/e2e\/.*\.ts$/.test(file));
  expect(specs.length).toBeGreaterThan(20);
  const vague = (text: string) => [person, warning].some((pattern) => pattern.test(text));
  expect(specs.filter((file) => vague(textOf(file)))).toEqual([]);
});

it.each([
  ["page.getByRole('button', { name: /Ana Ruiz/ })", true],
  ["page\n    .getByRole('button', { name: /Ben Okoye/ })", true],
  ["lock.getByRole('button', { name: /Ana Ruiz/ })", false],
  ["page.getByRole('button', { name: /Ana Ruiz.*, menu$/ })", false],
  ["expect(page.getByRole('alert')).toContainText('Not live')", true],
  ["expect(other.page.getByRole('alert')).toBeVisible()", true],
  ["expect(page.getByRole('alert')).toHaveCount(0)", false],
  ["expect(page.getByRole('alert').filter({ hasText: 'Not live' })).toBeVisible()", false],
])('[OPS26] %s is vague: %s', (text, vague) => {
  expect(person.test(text) || warning.test(text)).toBe(vague);
});

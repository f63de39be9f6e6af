import { expect, it } from 'vitest';
import { projectFiles, textOf } from './support/project-files.ts';

/** Looked for on the whole page, a warning is one thing or two, depending on what has been drawn just then. */
const warning = /expect\((?:\w+\.)?page\.getByRole\('alert'\)\)\.to(?!HaveCount\(0\))/;

/** A part of a name also fits what is drawn a moment later: a name is whole, or a pattern from its beginning to its end. */
const whole = /exact: true|(?:^\s*|name: )(?:new RegExp\(\s*`|\/)\^[\s\S]*\$(?:`|\/)/;

/** What each locator of the text that takes a name is told, up to its closing bracket. */
function* toldOf(text: string): Generator<{ readonly kind: string; readonly told: string }> {
  for (const found of text.matchAll(/\bgetBy(Role|Text|Label|Placeholder|Title|AltText)\(/g)) {
    const from = found.index + found[0].length;
    let to = from;
    for (let open = 1; open > 0 && to < text.length; to += 1)
      if (text[to] === '(') open += 1;
      else if (text[to] === ')') open -= 1;
    yield { kind: found[1] ?? '', told: text.slice(from, to - 1) };
  }
}

function isVague(text: string): boolean {
  if (warning.test(text)) return true;
  return [...toldOf(text)].some(({ kind, told }) => (kind !== 'Role' || /[{,]\s*name\b/.test(told)) && !whole.test(told));
}

it('[OPS26] end-to-end tests look for a thing by its whole name, and for a warning by more than that', () => {
  const specs = projectFiles().filter((file) => /^tests\/e2e\/.*\.ts$/.test(file));
  expect(specs.length).toBeGreaterThan(20);
  expect(specs.filter((file) => isVague(textOf(file)))).toEqual([]);
});

it.each([
  ["page.getByRole('button', { name: 'Save' })", true],
  ["page\n    .getByRole('button', {\n      name: 'Save',\n    })", true],
  ["page.getByRole('heading', { level: 1, name: 'Staff' })", true],
  ["page.getByRole('button', { name })", true],
  [`page.getByRole('button', { name: \`Yes: \${label}\` })`, true],
  ["page.getByRole('button', { name: 'Save', exact: true })", false],
  ["page.getByRole('button', { name, exact: true })", false],
  ["page.getByRole('button')", false],
  ["form.getByText('Keep holding')", true],
  ["form.getByText('Keep holding', { exact: true })", false],
  ["form.getByLabel('Record number (MRN)')", true],
  ["form.getByLabel('Record number (MRN)', { exact: true })", false],
  ["form.getByLabel('Dose').or(form.getByLabel('Why', { exact: true }))", true],
  ["lock.getByRole('button', { name: /Ana Ruiz/ })", true],
  ["page.getByRole('button', { name: /^Enter vitals/ })", true],
  ["page.getByRole('button', { name: /^Enter vitals( due in \\d+:\\d\\d)?$/ })", false],
  ['page.getByText(/of 10 · needs 9$/)', true],
  ['page.getByText(/^\\d+ of 10 · needs 9$/)', false],
  [`page.getByRole('button', { name: new RegExp(\`^\${label}\`) })`, true],
  [`page.getByRole('button', { name: new RegExp(\`^\${label}, .+$\`) })`, false],
  ["expect(page.getByRole('alert')).toContainText('Not live')", true],
  ["expect(other.page.getByRole('alert')).toBeVisible()", true],
  ["expect(page.getByRole('alert')).toHaveCount(0)", false],
  ["expect(page.getByRole('alert').filter({ hasText: 'Not live' })).toBeVisible()", false],
])('[OPS26] %s is vague: %s', (text, vague) => {
  expect(isVague(text)).toBe(vague);
});

import { expect, it } from 'vitest';
import { projectFiles, textOf } from './support/project-files.ts';
import { citedIn, rulesIn, testNamesIn } from './support/rule-citations.ts';

const rules = rulesIn(textOf('shared/SPEC.md'));
const tests = projectFiles()
  .filter((file) => /\.(test\.tsx?|spec\.ts)$/.test(file) || /^tests\/contract\/.*\.ts$/.test(file))
  .flatMap((file) => testNamesIn(textOf(file)).map((test) => ({ ...test, file })));

it('[OPS6] every rule stands once, under its own heading', () => {
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule) => !new RegExp(`^${rule.section}\\d+$`).test(rule.id))).toEqual([]);
  const ids = rules.map((rule) => rule.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('[OPS6] every rule is proven by a test that names it', () => {
  const cited = new Set(tests.flatMap((test) => citedIn(test.name)));
  expect(rules.map((rule) => rule.id).filter((id) => !cited.has(id))).toEqual([]);
});

it('[OPS6] every test names a rule, and the rule exists', () => {
  const ids = new Set(rules.map((rule) => rule.id));
  const wrong = tests.filter((test) => {
    const cited = citedIn(test.name);
    return (cited.length === 0 && !test.group) || cited.some((id) => !ids.has(id));
  });
  expect(wrong.map((test) => `${test.file}: ${test.name}`)).toEqual([]);
});

it('[OPS6] rules and names are read as they are written', () => {
  expect(rulesIn('### LOG — the log\n\n- **LOG1** one\n- LOG2 none\n')).toEqual([{ id: 'LOG1', section: 'LOG', text: 'one' }]);
  const made = [
    'i',
    "t('[LOG1] a', () => {});\ni",
    "t.each([1])('[LOG2, API3] b %s', () => {});\ni",
    "t('[A1] [B2] c', () => {});\ni",
    "t('d [A1]', () => {});",
  ].join('');
  expect(testNamesIn(made).map((test) => citedIn(test.name))).toEqual([['LOG1'], ['LOG2', 'API3'], ['A1', 'B2'], []]);
});

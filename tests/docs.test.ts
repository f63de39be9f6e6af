import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { RIGHTS } from '../shared/access/rights.ts';
import { PROBLEMS } from '../shared/log/problems.ts';
import { sessionCommandSchema } from '../shared/session/commands.ts';
import { citedPagesIn, headingsIn } from './support/page-citations.ts';
import { PROJECT, projectFiles, textOf } from './support/project-files.ts';
import { rulesIn } from './support/rule-citations.ts';

const files = projectFiles();
const pages = files.filter((file) => file.endsWith('.md'));

it('[OPS10] the pages are there', () => {
  const expected = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'SECURITY', 'INTENDED-USE', 'CHANGELOG', 'shared/SPEC'];
  expect(expected.map((page) => `${page}.md`).filter((page) => !pages.includes(page))).toEqual([]);
  expect(textOf('LICENSE')).toContain('Apache License');
  expect(textOf('INTENDED-USE.md')).toContain('Supplementary display. Not a patient monitor.');
});

it('[OPS10] every npm command on a page is one of ours', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/(?:`|^)npm (?:run )?([a-z0-9]+)/gm)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([]);
});

it('[OPS10] every file and picture that a page names is there', () => {
  const missing = pages.flatMap((page) =>
    namedIn(page)
      .filter((path) => !existsSync(join(PROJECT, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

it('[OPS10] every rule that a page names is there', () => {
  const ids = new Set(rulesIn(textOf('shared/SPEC.md')).map((rule) => rule.id));
  const prefixes = [...new Set([...ids].map((id) => id.replace(/\d+$/, '')))].join('|');
  const named = pages.flatMap((page) => textOf(page).match(new RegExp(`\\b(?:${prefixes})\\d+\\b`, 'g')) ?? []);
  expect(named.length).toBeGreaterThan(ids.size);
  expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([]);
});

it('[OPS15] every package has its reason in ARCHITECTURE.md, and no other is named there', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json'));
  const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const table = textOf('ARCHITECTURE.md').split('## Packages, and why each')[1] ?? '';
  const reasoned = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  expect(used.filter((name) => !reasoned.includes(name))).toEqual([]);
  expect(reasoned.filter((name) => !used.includes(name))).toEqual([]);
});

it('[OPS11] every problem code is listed with its status and title', () => {
  const spec = textOf('shared/SPEC.md');
  const lines = Object.entries(PROBLEMS).map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);
  expect(lines.filter((line) => !spec.includes(line))).toEqual([]);
  const listed = [...spec.matchAll(/^\| `([a-z-]+)` \| \d{3} \|/gm)].map((match) => match[1] ?? '');
  expect(listed.filter((code) => !(code in PROBLEMS))).toEqual([]);
});

it('[OPS18] every page that the code cites is there, with the heading that it names', () => {
  const sources = files.filter((file) => /^(shared|db|server|client)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const cited = sources.flatMap((file) => citedPagesIn(textOf(file)).map((citation) => ({ file, ...citation })));
  expect(cited.filter(({ headings }) => headings.length > 0).length).toBeGreaterThan(15);
  const wrong = cited.flatMap(({ file, page, headings }) => {
    const path = pages.find((one) => one === page || one.endsWith(`/${page}`));
    if (path === undefined) return [`${file}: ${page}`];
    const there = headingsIn(textOf(path));
    return headings.filter((heading) => !there.includes(heading)).map((heading) => `${file}: ${page} "${heading}"`);
  });
  expect(wrong).toEqual([]);
});

it('[OPS18] the public contract lists every command of a visit, with who may send it', () => {
  const [, table = ''] = textOf('shared/spec/contract.md').split('## Commands');
  const listed = [...table.matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]+) \|$/gm)].map(([, type = '', who = '']) => [
    type,
    /nurse|author/.test(who) ? ['nurse', 'physician'] : ['physician'],
  ]);
  const commands = sessionCommandSchema.options.map(({ shape }) => shape.type.value);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(commands.map((type) => [type, RIGHTS[type]])));
});

it('[OPS19] pages say visit for what a patient comes for; session is the name of its record in code', () => {
  const prose = pages.flatMap((page) =>
    textOf(page)
      .replace(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '')
      .split('\n')
      .map((line) => ({ page, line })),
  );
  const isGlossary = (line: string) => /^\| (session|sign-in) \|/.test(line);
  expect(prose.filter(({ line }) => /\bsessions?\b/i.test(line) && !isGlossary(line))).toEqual([]);
});

it('[OPS18] citations are read as they are written', () => {
  const comment = '/** Source: clinical tables "A b", "C (d)" and "E"; as SPEC.md says, see x.md "F". */';
  expect(citedPagesIn(comment)).toEqual([
    { page: 'clinical.md', headings: ['A b', 'C (d)', 'E'] },
    { page: 'SPEC.md', headings: [] },
    { page: 'x.md', headings: ['F'] },
  ]);
  expect(headingsIn('# A b\ntext\n### C (d)\n')).toEqual(['A b', 'C (d)']);
});

it("[OPS12] no file names a folder of somebody's machine", () => {
  const text = files.filter((file) => /\.(md|ts|tsx|mjs|css|html|json|yml|sql)$|Dockerfile|\.npmrc|\.ci\/run/.test(file));
  const personal = /(?:^|[\s'"`(=])\/(?:home|root|Users|work|mnt)\/[a-z]/;
  expect(text.filter((file) => personal.test(textOf(file)))).toEqual([]);
});

/** Links to files, and paths in backticks below one of our folders; a pattern or a folder of built things names no file. */
function namedIn(page: string): string[] {
  const text = textOf(page);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => join(dirname(page), match[1] ?? ''));
  const quoted = [...text.matchAll(/`((?:client|db|server|shared|tests)\/[^`\s*<>{}…]*)`/g)].map((match) => match[1] ?? '');
  return [...links, ...quoted].filter((path) => !/client\/dist|\.results|\.reports/.test(path));
}

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { circlesOf, filesImportedBy, importsOf, isTest, refusedImport, withoutComments } from './support/import-rules.ts';
import { PROJECT, projectFiles, textOf } from './support/project-files.ts';

const files = projectFiles();
const sources = files.filter((file) => /^(shared|db|server|client|tests)\/.*\.(ts|tsx|mjs)$/.test(file));

it('[OPS1] every file imports only what its folder may', () => {
  expect(sources.length).toBeGreaterThan(50);
  const refused = sources.flatMap((file) => importsOf(textOf(file)).map((specifier) => refusedImport(file, specifier)));
  expect(refused.filter((reason) => reason !== undefined)).toEqual([]);
});

it.for([
  ['shared/deciding/decide-session.ts', 'node:fs'],
  ['shared/deciding/decide-session.ts', '../../db/store.ts'],
  ['db/open.ts', '../server/app.ts'],
  ['db/open.ts', 'fastify'],
  ['server/app.ts', '../db/sqlite/store.ts'],
  ['server/app.ts', 'drizzle-orm'],
  ['server/app.ts', '../client/main.tsx'],
  ['client/main.tsx', 'node:fs'],
  ['client/main.tsx', '../server/app.ts'],
  ['client/main.tsx', 'left-pad'],
  ['client/features/board/board.tsx', '../session/session-page.tsx'],
  ['client/components/card.tsx', '../features/board/board.tsx'],
  ['docs/anything.ts', './else.ts'],
  ['shared/log/event.ts', '../session/state.ts'],
  ['shared/session/evolve.ts', '../vitals/latest.ts'],
  ['shared/alarms/wanted.ts', '../deciding/readiness.ts'],
  ['shared/views/board.ts', '../wire/board.ts'],
  ['shared/anything/else.ts', '../units.ts'],
  ['client/live/socket.ts', '../components/card.tsx'],
  ['client/components/card.tsx', '../outbox/outbox.ts'],
  ['client/outbox/outbox.ts', '../app/routes.tsx'],
] as const)('[OPS1] %s may not import %s', ([file, specifier]) => {
  expect(refusedImport(file, specifier)).toBeDefined();
});

it.for([
  ['shared/deciding/decide-session.ts', 'zod'],
  ['db/open.ts', '../shared/units.ts'],
  ['server/app.ts', '../db/store.ts'],
  ['client/app/routes.tsx', '../features/board/board.tsx'],
  ['client/features/board/board.tsx', './chair-card.tsx'],
  ['server/app.test.ts', '../client/main.tsx'],
  ['shared/session/evolve.ts', '../clinic/protocol.ts'],
  ['shared/deciding/decide-session.ts', '../alarms/wanted.ts'],
] as const)('[OPS1] %s may import %s', ([file, specifier]) => {
  expect(refusedImport(file, specifier)).toBeUndefined();
});

it('[OPS1] imports are found however they are written', () => {
  const source = [
    "import a from './a.ts';",
    "export { b } from './b.ts';",
    "import './c.css';",
    "const d = await import('./d.ts');",
    "import {\n  e,\n} from './e.ts';",
    "import type { F } from './f.ts';",
    "// import g from './g.ts';",
    "const range = ['from', ' to ', 'until'];",
  ].join('\n');
  expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.css', './d.ts', './e.ts', './f.ts']);
});

it('[OPS16] no file imports itself by way of others', () => {
  const imports = new Map(sources.filter((file) => !isTest(file)).map((file) => [file, filesImportedBy(file, textOf(file))]));
  expect(circlesOf(imports)).toEqual([]);
});

it('[OPS16] a circle is found, however long, and once', () => {
  const imports = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', []],
    ['e.ts', ['a.ts', 'd.ts']],
  ]);
  expect(circlesOf(imports)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
});

it("[OPS2] the clinic's language has no clock, no chance and no machine", () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bcrypto\.|\bfetch\(|\bwindow\./;
  const shared = sources.filter((file) => file.startsWith('shared/') && !isTest(file));
  expect(shared.length).toBeGreaterThan(20);
  expect(shared.filter((file) => impure.test(withoutComments(textOf(file))))).toEqual([]);
});

it('[UI140] days and times are worked out in one place, by parts; nothing made for reading is read back', () => {
  const own = sources.filter((file) => !file.startsWith('tests/') && !isTest(file));
  const using = (pattern: RegExp) => own.filter((file) => pattern.test(withoutComments(textOf(file))));
  expect(using(/formatToParts/)).toEqual(['shared/clinic/calendar-day.ts']);
  expect(using(/\.format(Range)?\(|toLocale(Date|Time)String/)).toEqual([]);
  expect(using(/toLocaleString\([^)]*\)\s*\??\.|toLocaleString\(\)/)).toEqual([]);
});

it("[OPS25] names are put in one order, whatever the machine's own language", () => {
  const own = sources.filter((file) => !file.startsWith('tests/') && !isTest(file));
  const unnamed = /localeCompare\((?:[^(),]|\([^()]*\))*\)|Intl\.Collator\(\s*\)|toLocale(Lower|Upper)Case\(\s*\)/;
  expect(['a.localeCompare(b)', "a.localeCompare(b, 'en')"].filter((source) => unnamed.exec(source))).toEqual([
    'a.localeCompare(b)',
  ]);
  expect(own.filter((file) => unnamed.test(withoutComments(textOf(file))))).toEqual([]);
});

it('[OPS3] no file has more than 300 lines, and each is named in lower case with hyphens', () => {
  const own = files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));
  expect(own.filter((file) => textOf(file).split('\n').length > 301)).toEqual([]);
  expect(own.filter((file) => !/^[a-z0-9.-]+$/.test(file.split('/').at(-1) ?? ''))).toEqual([]);
});

it('[OPS4] the environment is read in one place, and by the command lines', () => {
  const places = /^(server\/config\.ts|server\/cli\/.*|db\/cli\.ts|client\/vite\.config\.ts)$/;
  const readers = sources.filter((file) => !isTest(file) && withoutComments(textOf(file)).includes('process.env'));
  expect(readers.filter((file) => !places.test(file))).toEqual([]);
});

it('[OPS5] the top level holds what the architecture names and nothing else', () => {
  const allowed = [
    ...['client', 'db', 'server', 'shared', 'tests', 'package.json', 'package-lock.json', 'tsconfig.json'],
    ...['Dockerfile', 'docker-compose.yml', 'LICENSE', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'],
    ...['INTENDED-USE.md', 'CHANGELOG.md', 'node_modules', 'data'],
  ];
  const there = readdirSync(PROJECT).filter((name) => !name.startsWith('.'));
  expect(there.filter((name) => !allowed.includes(name))).toEqual([]);
});

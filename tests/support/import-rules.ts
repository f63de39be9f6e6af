import { posix } from 'node:path';

/**
 * What each folder may import. Default deny: whatever is not listed is refused, packages too. The table of
 * ARCHITECTURE.md in a form that a test can hold against every file.
 */
const FOLDERS: Record<string, { mine: RegExp[]; packages: RegExp[] }> = {
  shared: { mine: [/^shared\//], packages: [/^zod$/] },
  db: { mine: [/^shared\//, /^db\//], packages: [/^drizzle-orm(\/|$)/, /^better-sqlite3$/, /^uuid$/, /^zod$/, /^node:/] },
  server: {
    mine: [/^shared\//, /^db\/(store|open)\.ts$/, /^server\//],
    packages: [
      /^fastify$/,
      /^@fastify\//,
      /^fastify-plugin$/,
      /^fastify-type-provider-zod$/,
      /^socket\.io$/,
      /^uuid$/,
      /^zod$/,
      /^pino$/,
      /^prom-client$/,
      /^close-with-grace$/,
      /^cookie$/,
      /^node:/,
    ],
  },
  client: {
    mine: [/^shared\//, /^client\//],
    packages: [
      /^react(-dom)?(\/|$)/,
      /^react-aria-components$/,
      /^@tanstack\/react-(router|query|virtual)$/,
      /^zustand(\/|$)/,
      /^socket\.io-client$/,
      /^dexie$/,
      /^uuid$/,
      /^recharts$/,
      /^lucide-react$/,
      /^zod$/,
      /^@fontsource-variable\//,
    ],
  },
};

/** Tools' own configuration: it lives in the folder that it serves, but is no part of it. */
const TOOL_CONFIGURATION = new Set(['client/vite.config.ts', 'db/sqlite/drizzle.config.ts']);

/** The one place that puts the demo together: server, seed and simulator. */
const DEMO = 'server/cli/demo.ts';

/** Tests may look everywhere. */
export const isTest = (file: string): boolean => file.startsWith('tests/') || /\.test\.tsx?$/.test(file);

/**
 * Why a file may not import something, or undefined when it may.
 * @param file path from the checkout's folder, with forward slashes
 * @param specifier as it stands in the import
 */
export function refusedImport(file: string, specifier: string): string | undefined {
  if (isTest(file) || TOOL_CONFIGURATION.has(file)) return undefined;
  const folder = file.split('/')[0] ?? '';
  const rules = FOLDERS[folder];
  if (rules === undefined) return `${file}: no folder of the architecture`;
  if (!specifier.startsWith('.')) {
    return rules.packages.some((allowed) => allowed.test(specifier)) ? undefined : `${file}: ${folder} may not use ${specifier}`;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (file === DEMO && target.startsWith('db/seed/')) return undefined;
  if (!rules.mine.some((allowed) => allowed.test(target))) return `${file}: ${folder} may not import ${target}`;
  return upwards(file, target) ?? featuresTogether(file, target);
}

/** The floors of a folder, lowest first; what stands in one line is on one floor. A file imports from its own floor and below. */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  shared: [
    ['units.ts', 'unit-schemas.ts', 'assert-never.ts', 'record-of.ts'],
    ['log'],
    ['clinic', 'session'],
    ['vitals', 'dosing', 'access'],
    ['scores', 'alarms'],
    ['deciding'],
    ['views'],
    ['wire'],
  ],
  client: [['styles', 'service-worker'], ['live'], ['components'], ['outbox'], ['features'], ['app'], ['main.tsx']],
};

/** Default deny here too: what stands on no floor may not be imported from, and may import nothing. */
function upwards(file: string, target: string): string | undefined {
  const [folder = '', from = ''] = file.split('/');
  const [to = '', into = ''] = target.split('/');
  const floors = FLOORS[folder];
  if (floors === undefined || to !== folder) return undefined;
  const floorOf = (name: string) => floors.findIndex((floor) => floor.includes(name));
  if (floorOf(from) === -1 || floorOf(into) === -1) return `${file}: ${from} or ${into} stands on no floor of ${folder}`;
  return floorOf(into) > floorOf(from) ? `${file}: ${into} is a floor above ${from}` : undefined;
}

/**
 * Circles of files that import each other, each as the files it goes through. Types count: whoever reads one of them
 * has to read them all.
 * @param imports each file with the files that it imports
 */
export function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at !== -1) circles.push([...path.slice(at), file]);
    if (at !== -1 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return circles;
}

/** Features know nothing of each other; only the app, which puts them in its addresses, knows them. */
function featuresTogether(file: string, target: string): string | undefined {
  const to = featureOf(target);
  if (to === undefined || to === featureOf(file) || file.startsWith('client/app/')) return undefined;
  return `${file}: only client/app and the feature itself may import client/features/${to}`;
}

const featureOf = (file: string): string | undefined => /^client\/features\/([^/]+)/.exec(file)?.[1];

/** Everything that a source imports, exports from, or loads later. */
export function importsOf(source: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\s]+)\1/g;
  return [...withoutComments(source).matchAll(pattern)].map((match) => match[2] ?? '');
}

/** The files of the checkout that a source imports, as paths from the checkout's folder. */
export function filesImportedBy(file: string, source: string): string[] {
  const own = importsOf(source).filter((specifier) => specifier.startsWith('.'));
  return own.map((specifier) => posix.join(posix.dirname(file), specifier));
}

/** A source without its comments, good enough for a text scan: strings that hold comment marks are rare and ours. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

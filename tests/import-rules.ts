import { posix } from 'node:path';

/**
 * What each folder may import. Default deny: whatever is not listed is refused, packages too. The table of
 * ARCHITECTURE.md in a form that a test can hold against every file.
 */
const FOLDERS: Record<string, { mine: RegExp[]; packages: RegExp[] }> = {
  shared: { mine: [/^shared\//], packages: [/^zod$/] },
  db: { mine: [/^shared\//, /^db\//], packages: [/^drizzle-orm(\/|$)/, /^better-sqlite3$/, /^zod$/, /^node:/] },
  server: {
    mine: [/^shared\//, /^db\/(store|open)\.ts$/, /^server\//],
    packages: [
      /^fastify$/,
      /^@fastify\//,
      /^fastify-plugin$/,
      /^helmet$/,
      /^fastify-type-provider-zod$/,
      /^socket\.io$/,
      /^ws$/,
      /^zod$/,
      /^pino$/,
      /^prom-client$/,
      /^close-with-grace$/,
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
  return featuresTogether(file, target);
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

/** A source without its comments, good enough for a text scan: strings that hold comment marks are rare and ours. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

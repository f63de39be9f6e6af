import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PROBLEMS } from '../../shared/log/problems.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('[API3] every code that is refused with is listed, with a status of its kind', () => {
  const codes = new Map<string, string>();
  for (const folder of ['shared', 'server'])
    for (const file of readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const source = readFileSync(`${ROOT}/${folder}/${file}`, 'utf8');
      for (const [, code = ''] of source.matchAll(/\b(?:refuse|refused|ProblemError|problemOf)\(\s*'([a-z-]+)'/g))
        codes.set(code, file);
    }
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter(([code]) => !(code in PROBLEMS))).toEqual([]);
  for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
    expect([400, 401, 403, 404, 409, 413, 415, 422, 426, 429, 500, 503], code).toContain(status);
    expect(title, code).toMatch(/^[A-Z]/);
  }
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';

/** JavaScript that index.html asks for before anything is shown, with what those files import at once, gzipped. */
export function firstLoadFigure(): Figure {
  const dist = (path: string) => fileURLToPath(new URL(`../../client/dist/${path}`, import.meta.url));
  const html = readFileSync(dist('index.html'), 'utf8');
  const names = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, name]) => name ?? ''));
  // The board is what a signed-in person sees first: its own chunk and what that imports at once belong to the first load.
  const entry = [...names].map((name) => readFileSync(dist(name), 'utf8')).join('\n');
  const boards = new Set([...entry.matchAll(/assets\/board-screen-[^"'`]+\.js/g)].map(([name]) => name));
  for (const name of [...boards]) names.add(name);
  for (const name of names)
    for (const [, other] of readFileSync(dist(name), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      names.add(`assets/${other}`);
  const bytes = [...names].reduce((sum, name) => sum + gzipSync(readFileSync(dist(name))).length, 0);
  const kb = bytes / 1000;
  return { what: 'first load of the board, JavaScript, gzip', goal: '≤ 150 kB', figure: `${kb.toFixed(1)} kB`, met: kb <= 150 };
}

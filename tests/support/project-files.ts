import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'data', '.results', '.reports', '.cache']);

/** Paths of all files of the project, from its folder, with forward slashes; what is built or installed is left out. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return projectFiles(path);
      return entry.isFile() ? [path] : [];
    });
}

/** The text of one of them. */
export const textOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

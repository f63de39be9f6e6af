import { posix } from 'node:path';
import { withoutComments } from './import-rules.ts';

/** Classes that a CSS module defines; what stands in `:global(…)` belongs to others. */
export function classesIn(css: string): string[] {
  const rules = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/@keyframes [^{]+|"[^"]*"|url\([^)]*\)/g, '');
  const selectors = [...rules.matchAll(/([^{};]+)\{/g)].map((match) => match[1] ?? '');
  return [
    ...new Set(selectors.flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map((name) => name[1] ?? ''))),
  ];
}

/** What a source takes from one CSS module: classes by name, and patterns of names that it works out. */
export interface Taken {
  readonly module: string;
  readonly names: readonly string[];
  readonly computed: readonly RegExp[];
}

/** The CSS modules that a source imports, with what it takes from each. */
export function takenBy(file: string, source: string): Taken[] {
  const whole = withoutComments(source);
  // File names have dots too.
  const code = whole.replace(/^(?:import|export) .*$|^\} from .*$/gm, '');
  return [...whole.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(([, local = '', path = '']) => ({
    module: posix.join(posix.dirname(file), path),
    names: [...code.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g'))].map((match) => match[1] ?? ''),
    computed: [...code.matchAll(new RegExp(`\\b${local}\\[([^\\]]*)\\]`, 'g'))].map((match) => patternOf(match[1] ?? '')),
  }));
}

/** `t${size}` stands for whatever begins with a t; any other expression for every name that the code spells somewhere. */
function patternOf(expression: string): RegExp {
  const template = /^`(.*)`$/.exec(expression)?.[1];
  return new RegExp(template === undefined ? '^.+$' : `^${template.replace(/\$\{[^}]*\}/g, '.+')}$`);
}

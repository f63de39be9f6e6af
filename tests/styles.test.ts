import { expect, it } from 'vitest';
import { withoutComments } from './support/import-rules.ts';
import { projectFiles, textOf } from './support/project-files.ts';
import { classesIn, takenBy } from './support/style-classes.ts';

const files = projectFiles();
const sources = files.filter((file) => /^(client|shared)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
const modules = files.filter((file) => file.endsWith('.module.css'));
const taken = sources.flatMap((file) => takenBy(file, textOf(file)).map((one) => ({ ...one, file })));
/** Everything that stands in quotes or as a key: what a computed class name may turn out to be. */
const spelled = new Set(
  sources.flatMap((file) =>
    [...withoutComments(textOf(file)).matchAll(/'([\w-]+)'|\b(\w+)\??:/g)].map((match) => match[1] ?? match[2]),
  ),
);

it('[OPS17] every class of a style sheet is on a screen', () => {
  expect(modules.length).toBeGreaterThan(50);
  const unused = modules.flatMap((module) => {
    const uses = taken.filter((one) => one.module === module);
    const isUsed = (name: string) =>
      uses.some(
        ({ names, computed }) =>
          names.includes(name) ||
          computed.some((pattern) => pattern.test(name) && (pattern.source !== '^.+$' || spelled.has(name))),
      );
    return classesIn(textOf(module))
      .filter((name) => !isUsed(name))
      .map((name) => `${module}: .${name}`);
  });
  expect(unused).toEqual([]);
});

it('[OPS17] every class that a screen names is in its style sheet', () => {
  expect(taken.length).toBeGreaterThan(100);
  const missing = taken.flatMap(({ file, module, names }) => {
    const classes = new Set(classesIn(textOf(module)));
    return names.filter((name) => !classes.has(name)).map((name) => `${file}: ${module} has no .${name}`);
  });
  expect(missing).toEqual([]);
});

it('[OPS17] classes are read as they are written', () => {
  const css = '.a, .b:hover > .c { color: #fff.5; }\n/* .gone */ .d :global(.other) { } @media (x) { .e[data-x=".f"] { } }';
  expect(classesIn(css)).toEqual(['a', 'b', 'c', 'd', 'e']);
  const source = `import own from './x.module.css';\ncx(own.a, own[\`t\${size}\`], own[look]); // own.gone`;
  expect(takenBy('client/app/y.tsx', source)).toEqual([
    { module: 'client/app/x.module.css', names: ['a'], computed: [/^t.+$/, /^.+$/] },
  ]);
});

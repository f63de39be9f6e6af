/** Schemas of the document by name. */
export type Schemas = Record<string, unknown>;

const REF = '#/components/schemas/';
const INPUT = 'Input';

/**
 * Every named schema comes as it is sent (`ChairInput`) and as it is answered (`Chair`), needed or not. Leaves what `uses`
 * refers to, and both only where they differ. Gives the document's text with the names that are left, and their schemas.
 */
export function oneNameEach<T>(uses: T, schemas: Schemas): { readonly uses: T; readonly schemas: Schemas } {
  const same = sameBothWays(schemas);
  const isMerged = (name: string) => name.endsWith(INPUT) && same.has(name.slice(0, -INPUT.length));
  const merged = renamed({ uses, schemas: without(schemas, isMerged) }, (name) =>
    isMerged(name) ? name.slice(0, -INPUT.length) : name,
  );
  const needed = reachedFrom(merged.uses, merged.schemas);
  const kept = without(merged.schemas, (name) => !needed.has(name));
  // What is only ever sent needs no `Input` behind its name.
  const isOnlySent = (name: string) => name.endsWith(INPUT) && !(name.slice(0, -INPUT.length) in kept);
  return renamed({ uses: merged.uses, schemas: kept }, (name) => (isOnlySent(name) ? name.slice(0, -INPUT.length) : name));
}

/** Names whose two schemas say the same, as far as what they refer to does. */
function sameBothWays(schemas: Schemas): Set<string> {
  const same = new Set(Object.keys(schemas).filter((name) => `${name}${INPUT}` in schemas));
  const spell = (name: string) =>
    JSON.stringify(schemas[name]).replaceAll(new RegExp(`"${REF}(\\w+)${INPUT}"`, 'g'), (ref, base: string) =>
      same.has(base) ? `"${REF}${base}"` : ref,
    );
  for (let before = -1; before !== same.size; ) {
    before = same.size;
    for (const name of same) if (spell(name) !== spell(`${name}${INPUT}`)) same.delete(name);
  }
  return same;
}

function reachedFrom(uses: unknown, schemas: Schemas): Set<string> {
  const reached = new Set<string>();
  const visit = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(new RegExp(`"${REF}(\\w+)"`, 'g')))
      if (!reached.has(name)) {
        reached.add(name);
        visit(schemas[name] ?? {});
      }
  };
  visit(uses);
  return reached;
}

function without(schemas: Schemas, isOut: (name: string) => boolean): Schemas {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !isOut(name)));
}

function renamed<T>({ uses, schemas }: { uses: T; schemas: Schemas }, nameOf: (name: string) => string) {
  const rewrite = <V>(value: V): V =>
    JSON.parse(
      JSON.stringify(value).replaceAll(new RegExp(`"${REF}(\\w+)"`, 'g'), (_, name: string) => `"${REF}${nameOf(name)}"`),
    );
  const entries = Object.entries(schemas).map(([name, schema]) => [nameOf(name), rewrite(schema)] as const);
  return { uses: rewrite(uses), schemas: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

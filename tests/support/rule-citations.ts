/** The rules of a page of rules, in its order: lines like `- **LOG1** text`, under a heading `### LOG — …`. */
export function rulesIn(page: string): { id: string; section: string; text: string }[] {
  const rules: { id: string; section: string; text: string }[] = [];
  let section = '';
  for (const line of page.split('\n')) {
    section = /^### ([A-Z]+) /.exec(line)?.[1] ?? section;
    const rule = /^- \*\*([A-Z]+\d+)\*\* (.+)$/.exec(line);
    if (rule !== null) rules.push({ id: rule[1] ?? '', section, text: rule[2] ?? '' });
  }
  return rules;
}

const NAMED =
  /\b(?:it|test|describe)(?:\.(?!step\b)\w+)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1|\)\(\s*(['"`])((?:\\.|(?!\3)[^\\])*)\3\s*,\s*(?:async\s*)?\(/g;

/** Names of the tests and of the groups of tests in a source, also of those that run over a table. */
export function testNamesIn(source: string): { name: string; group: boolean }[] {
  return [...source.matchAll(NAMED)].map((match) => {
    const opener = match[2] === undefined ? lastTable(source.slice(0, match.index)) : match[0];
    return { name: match[2] ?? match[4] ?? '', group: opener.startsWith('describe') };
  });
}

/** What a name after a table, `…each([…])('name', …`, belongs to. */
const lastTable = (before: string): string => before.match(/\b(?:it|test|describe)\.(?:each|for)\b/g)?.at(-1) ?? '';

/** The rules that a name cites at its front: `[LOG2] …`, `[LOG2, API4] …`, `[LOG2] [API4] …`. */
export function citedIn(name: string): string[] {
  const front = /^(?:\[[A-Z]+\d+(?:[,;\s]+[A-Z]+\d+)*\]\s*)+/.exec(name)?.[0] ?? '';
  return front.match(/[A-Z]+\d+/g) ?? [];
}

import type { z } from 'zod';
import type { Problem } from '../../../shared/wire/problem.ts';

/** What a wrong field wants, in words for the person who types; by its value where that matters. */
export type Says<V> = { readonly [K in keyof V]?: string | ((value: V[K], values: V) => string) };

/** What is wrong, by field. */
export type Faults<V> = { readonly [K in keyof V]?: string };

interface FaultParts<V> {
  readonly values: V;
  readonly says: Says<V>;
  /** Which field a path of the record stands in; the path itself, or its first member, unless said. */
  readonly fieldOf?: ((path: readonly PropertyKey[], values: V) => string) | undefined;
  /** Which field a refusal is about, by its code. */
  readonly refusals?: Readonly<Record<string, keyof V & string>> | undefined;
}

/** What the schema refuses, in the words of the form; empty when it is about nothing that stands in a field. */
export function faultsOfIssues<V extends object>(parts: FaultParts<V>, issues: readonly z.core.$ZodIssue[]): Faults<V> {
  return collected(issues, (issue) => {
    const field = nameOf(parts, issue.path);
    if (field === undefined) return undefined;
    // What a schema says in words of its own is about more than one field's limits.
    const own = issue.code === 'custom' && issue.message !== 'Invalid input' ? ended(issue.message) : undefined;
    return [field, own ?? saidOf(parts, field) ?? ended(issue.message)];
  });
}

/** What the server refused, in its words: by its code, or where it names the parts that are wrong. */
export function faultsOfProblem<V extends object>(parts: FaultParts<V>, problem: Problem): Faults<V> {
  const refused = parts.refusals?.[problem.code];
  if (refused !== undefined) return { [refused]: problem.detail } as Faults<V>;
  return collected(problem.errors ?? [], ({ path, message }) => {
    const field = nameOf(parts, path.replace(/^data\./, '').split('.'));
    return field === undefined ? undefined : [field, message];
  });
}

/** The first fault in the order of the fields. */
export function firstFault<V extends object>(values: V, faults: Faults<V>): (keyof V & string) | undefined {
  return (Object.keys(values) as (keyof V & string)[]).find((name) => faults[name] !== undefined);
}

function collected<V extends object, I>(
  items: readonly I[],
  faultOf: (item: I) => readonly [keyof V & string, string] | undefined,
): Faults<V> {
  const faults: { [K in keyof V]?: string } = {};
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) faults[fault[0]] ??= fault[1];
  }
  return faults;
}

function nameOf<V extends object>(
  { values, fieldOf }: FaultParts<V>,
  path: readonly PropertyKey[],
): (keyof V & string) | undefined {
  const names = fieldOf === undefined ? [path.join('.'), String(path[0] ?? '')] : [fieldOf(path, values)];
  return names.find((name): name is keyof V & string => Object.hasOwn(values, name));
}

function saidOf<V extends object, K extends keyof V & string>({ says, values }: FaultParts<V>, field: K): string | undefined {
  const said = says[field];
  return typeof said === 'function' ? (said as (value: V[K], values: V) => string)(values[field], values) : said;
}

const ended = (sentence: string) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

/**
 * A refusal that can be expected: a value, never an exception. `code` is stable and listed in
 * `wire/problems.ts`; `rule` is the id in SPEC.md; `detail` is a sentence a nurse understands.
 * It never holds patient data.
 */
export interface Refusal {
  readonly code: string;
  readonly rule: string;
  readonly detail: string;
}

/** What deciding on a command gives: facts to append, or why not. */
export type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<E>(...events: E[]): Decision<E> {
  return { ok: true, events };
}

export function refuse(code: string, rule: string, detail: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, rule, detail } };
}

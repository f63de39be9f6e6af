import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Problem } from '../../../../shared/wire/problem.ts';
import type { Answer } from '../../../live/api.ts';

type Words<F extends string> = Partial<Record<F, string>>;

export interface FormParts<F extends string, S extends z.ZodType> {
  /** What stands in the fields when the form opens. */
  readonly initial: Readonly<Record<F, string>>;
  /** What the fields mean, for the schema to judge. Empty text is undefined where the record may leave it out. */
  readonly read: (typed: Readonly<Record<NoInfer<F>, string>>) => unknown;
  readonly schema: S;
  /** What a wrong field wants, in words for the person who types. */
  readonly says: Readonly<Record<NoInfer<F>, string | ((typed: string) => string)>>;
  /** Which field a path of the record stands in; the path's first member itself unless said. */
  readonly fieldOf?: (path: readonly PropertyKey[]) => string;
  /** Which field a refusal is about, by its code. */
  readonly refusals?: Readonly<Record<string, NoInfer<F>>>;
  readonly send: (data: z.infer<S>, signal: AbortSignal) => Promise<Answer<unknown>>;
  readonly onDone: (data: z.infer<S>) => void;
}

export interface FieldProps<F extends string> {
  readonly name: F;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export interface Form<F extends string> {
  readonly typed: Readonly<Record<F, string>>;
  readonly field: (name: F) => FieldProps<F>;
  readonly set: (name: F, value: string) => void;
  readonly busy: boolean;
  /** Refused for a reason that no field shows. */
  readonly problem: Problem | undefined;
  /** Something is typed that is not stored. */
  readonly dirty: boolean;
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly submit: (event: FormEvent) => void;
}

/**
 * A form that keeps what was typed whatever happens: a wrong field is marked, says what it wants and gets the focus; so is
 * the field that the server's refusal is about. Nothing is sent that the schema refuses.
 */
export function useForm<F extends string, S extends z.ZodType>(parts: FormParts<F, S>): Form<F> {
  const { initial, read, schema, says, refusals = {}, send, onDone } = parts;
  const names = Object.keys(initial) as F[];
  const [typed, setTyped] = useState<Readonly<Record<F, string>>>(initial);
  const [errors, setErrors] = useState<Words<F>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [stored, setStored] = useState<Readonly<Record<F, string>>>(initial);
  const form = useRef<HTMLFormElement>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);

  const mark = (wrong: Words<F>) => {
    setErrors(wrong);
    const first = names.find((name) => wrong[name] !== undefined);
    const field = first === undefined ? undefined : form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`);
    field?.focus();
    return first !== undefined;
  };
  const nameOf = (path: readonly PropertyKey[]) => (parts.fieldOf ?? (([head]) => String(head ?? '')))(path);

  const submit = async () => {
    setProblem(undefined);
    const parsed = schema.safeParse(read(typed));
    if (!parsed.success) {
      const wrong: Words<F> = {};
      for (const { path } of parsed.error.issues)
        for (const name of names) if (name === nameOf(path)) wrong[name] ??= sayOf(says[name], typed[name]);
      if (!mark(wrong)) setProblem(cannotSay());
      return;
    }
    setErrors({});
    setBusy(true);
    const { signal } = leaving.current;
    const answer = await send(parsed.data, signal);
    if (signal.aborted) return;
    setBusy(false);
    if (answer.ok) {
      setStored(typed);
      onDone(parsed.data);
      return;
    }
    const { code, detail, errors: rows = [] } = answer.problem;
    const wrong: Words<F> = {};
    const refused = refusals[code];
    if (refused !== undefined) wrong[refused] = detail;
    for (const { path, message } of rows)
      for (const name of names) if (name === nameOf(path.replace(/^data\./, '').split('.'))) wrong[name] ??= message;
    if (!mark(wrong)) setProblem(answer.problem);
  };

  const set = (name: F, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  return {
    typed,
    field: (name) => ({ name, value: typed[name], error: errors[name], onChange: (value) => set(name, value) }),
    set,
    busy,
    problem,
    dirty: names.some((name) => typed[name] !== stored[name]),
    ref: form,
    submit: (event) => {
      event.preventDefault();
      if (!busy) void submit();
    },
  };
}

const sayOf = (says: string | ((typed: string) => string), typed: string) => (typeof says === 'string' ? says : says(typed));

function cannotSay(): Problem {
  return {
    type: 'about:blank',
    title: 'This cannot be stored',
    status: 0,
    code: 'malformed',
    detail: 'Something in the form is missing or not valid.',
  };
}

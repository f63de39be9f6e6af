import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Problem } from '../../../shared/wire/problem.ts';
import { holdTyped } from '../../live/typed-values.ts';
import { type Faults, faultsOfIssues, faultsOfProblem, firstFault, type Says } from './faults.ts';
import { limitsOf, schemaAt } from './limits.ts';
import { type SendingState, type Sent, useSending } from './use-sending.ts';

/** Something unusual. What was asked `about` once is not asked again until a field changes, however its words go on. */
export interface Doubt {
  readonly about: string;
  readonly says: string;
}

export interface FormParts<V extends object, S extends z.ZodType> {
  /** What stands in the fields when the form opens. */
  readonly initial: V;
  /** What the fields mean, for the schema to judge. */
  readonly read: (values: V) => unknown;
  /** Of what is sent: its limits are those of the fields. */
  readonly schema: S;
  readonly says?: Says<NoInfer<V>>;
  /** Which field a path of the record stands in; the path itself, or its first member, unless said. */
  readonly fieldOf?: (path: readonly PropertyKey[], values: V) => string;
  /** Which field a refusal is about, by its code. */
  readonly refusals?: Readonly<Record<string, keyof NoInfer<V> & string>>;
  /** What is unusual about it: said, and sent by a second press if nothing was changed meanwhile. */
  readonly doubt?: (data: z.infer<S>) => Doubt | undefined;
  readonly send: (data: z.infer<S>, signal: AbortSignal) => Promise<Sent>;
  readonly onDone: (data: z.infer<S>) => void;
  /** What is said beside the fields, and read with them: it counts as typed. */
  readonly beside?: unknown;
  /** What is typed is nothing to lose: a sign-in. */
  readonly careless?: boolean;
}

export interface FieldProps<T, N extends string = string> {
  readonly name: N;
  readonly value: T;
  readonly error: string | undefined;
  readonly onChange: (value: T) => void;
  readonly maxLength?: number;
}

/** What the pieces of a form need of it, whatever its fields are. */
export interface FormFrame {
  readonly state: SendingState;
  readonly busy: boolean;
  /** Refused for a reason that no field shows. */
  readonly problem: Problem | undefined;
  /** What is unusual and wants a second press. */
  readonly doubt: string | undefined;
  /** Something is typed that is not stored. */
  readonly dirty: boolean;
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly submit: (event: FormEvent) => void;
}

export interface Form<V extends object> extends FormFrame {
  readonly values: V;
  readonly field: <K extends keyof V & string>(name: K) => FieldProps<V[K], K>;
  readonly set: (changed: Partial<V>) => void;
  /** Sends without a press of the button: one tap that says it all. */
  readonly sendNow: (changed?: Partial<V>) => Promise<void>;
}

/**
 * A form that keeps what was typed whatever happens: a wrong field is marked, says what it wants and gets the focus; so is
 * the field that a refusal is about. Nothing is sent that the schema refuses, and nothing typed is left without asking.
 */
export function useForm<V extends object, S extends z.ZodType>(parts: FormParts<V, S>): Form<V> {
  const { initial, schema, says = {}, fieldOf, refusals } = parts;
  const [values, setValues] = useState(initial);
  const [stored, setStored] = useState<readonly unknown[]>([initial, parts.beside]);
  const [{ faults }, setFaults] = useState<Marked<V>>({ faults: {}, by: 'schema' });
  const [doubt, setDoubt] = useState<Doubt>();
  const [problem, setProblem] = useState<Problem>();
  const sending = useSending();
  const ref = useRef<HTMLFormElement>(null);
  const dirty = !same([values, parts.beside], stored);
  const letGo = useHeld(dirty && parts.careless !== true);
  const left = useLeaving();

  const aboutOf = (typed: V) => ({ values: typed, says: says as Says<V>, fieldOf, refusals });
  const mark = (wrong: Faults<V>, by: Marked<V>['by']) => {
    setFaults({ faults: wrong, by });
    const first = firstFault(values, wrong);
    if (first !== undefined) focusOn(ref.current, first);
    return first !== undefined;
  };

  const send = async (typed: V) => {
    const about = aboutOf(typed);
    setProblem(undefined);
    const parsed = schema.safeParse(parts.read(typed));
    if (!parsed.success) {
      setDoubt(undefined);
      if (!mark(faultsOfIssues(about, parsed.error.issues), 'schema')) setProblem(cannotSay(parsed.error.issues[0]?.message));
      return;
    }
    const unusual = parts.doubt?.(parsed.data);
    setFaults({ faults: {}, by: 'schema' });
    setDoubt(unusual);
    if (unusual !== undefined && unusual.about !== doubt?.about) return;
    const { signal } = left.current;
    const sent = await sending.run(() => parts.send(parsed.data, signal));
    // What was stored may take the form away before the answer is here: it is done all the same.
    if (sent === undefined || (signal.aborted && !sent.ok)) return;
    if (sent.ok) {
      setStored([typed, parts.beside]);
      letGo();
      parts.onDone(parsed.data);
    } else if (!mark(faultsOfProblem(about, sent.problem), 'server')) setProblem(sent.problem);
  };

  /** Of what was marked, what the schema still refuses: an answer in one field may put another one right. */
  const stillOf = (marked: Faults<V>, typed: V) => {
    if (Object.keys(marked).length === 0) return marked;
    const parsed = schema.safeParse(parts.read(typed));
    const wrong = parsed.success ? {} : faultsOfIssues(aboutOf(typed), parsed.error.issues);
    return without(
      marked,
      Object.keys(marked).filter((name) => !Object.hasOwn(wrong, name)),
    );
  };

  const set = (changed: Partial<V>) => {
    setValues((before) => ({ ...before, ...changed }));
    setFaults((before) => {
      const left = without(before.faults, Object.keys(changed));
      return { ...before, faults: before.by === 'server' ? left : stillOf(left, { ...values, ...changed }) };
    });
    setDoubt(undefined);
  };
  return {
    values,
    field: (name) => {
      const at = schemaAt(schema, name);
      const maxLength = at === undefined ? undefined : limitsOf(at).maxLength;
      const onChange = (value: V[typeof name]) => set({ [name]: value } as unknown as Partial<V>);
      return { name, value: values[name], error: faults[name], onChange, ...(maxLength === undefined ? {} : { maxLength }) };
    },
    set,
    sendNow: (changed) => {
      const next = { ...values, ...changed };
      if (changed !== undefined) setValues(next);
      return send(next);
    },
    state: sending.state,
    busy: sending.state !== 'idle',
    problem,
    doubt: doubt?.says,
    dirty,
    ref,
    submit: (event) => {
      event.preventDefault();
      void send(values);
    },
  };
}

/** Which fields are marked, and by whom: what the server refused stays until its field changes. */
interface Marked<V> {
  readonly faults: Faults<V>;
  readonly by: 'schema' | 'server';
}

/** The screen holds typed values while `held`; the returned call lets go at once, before anything that leaves the screen. */
function useHeld(held: boolean): () => void {
  const release = useRef<() => void>(undefined);
  useEffect(() => {
    if (!held) return undefined;
    release.current = holdTyped();
    return release.current;
  }, [held]);
  return () => release.current?.();
}

/** Aborted when the form is gone. */
function useLeaving(): RefObject<AbortController> {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  return leaving;
}

/** A field, or the first button of a choice. */
function focusOn(form: HTMLFormElement | null, name: string): void {
  const field = form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"] button`);
  field?.focus();
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function without<V>(faults: Faults<V>, names: readonly string[]): Faults<V> {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !names.includes(name))) as Faults<V>;
}

function cannotSay(message = 'Something in the form is missing or not valid'): Problem {
  return { type: 'about:blank', title: 'This cannot be stored', status: 0, code: 'malformed', detail: `${message}.` };
}

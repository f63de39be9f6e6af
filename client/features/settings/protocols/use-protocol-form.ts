import { useState } from 'react';
import type { Formats } from '../../../../shared/clinic/formats.ts';
import { type Protocol, protocolSchema } from '../../../../shared/clinic/protocol.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { type Form, useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useFormats } from '../../../live/clinic-time.ts';
import { type Questions, readProtocol, sayOf, type Typed, typedProtocol } from './protocol-fields.ts';

export interface ProtocolForm {
  readonly form: Form<Typed>;
  readonly questions: Questions;
  readonly formats: Formats;
  readonly put: (changed: Partial<Questions>) => void;
}

/** The next version of a protocol as it is being written; it begins as a copy of the last one. */
export function useProtocolForm(last: Protocol, onDone: (version: number) => void): ProtocolForm {
  const change = useClinicCommand();
  const [questions, setQuestions] = useState<Questions>({
    required: last.vitals.required,
    checklist: last.checklist,
    criteria: last.criteria,
    watched: watchOf(last).conditions,
  });
  // Those with which the form was opened: a number never changes its unit while it is typed.
  const formatsNow = useFormats();
  const [formats] = useState(formatsNow);
  const [initial] = useState(() => typedProtocol(last, formats));
  const form = useForm<Typed, typeof protocolSchema>({
    initial,
    beside: questions,
    read: (typed) => readProtocol(typed, questions, last, formats),
    schema: protocolSchema,
    says: Object.fromEntries(Object.keys(initial).map((path) => [path, sayOf(path)])),
    send: (data, signal) => change('publish-protocol', data, signal),
    onDone: ({ version }) => onDone(version),
  });
  return { form, questions, formats, put: (changed) => setQuestions((before) => ({ ...before, ...changed })) };
}

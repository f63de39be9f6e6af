import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { CommandData } from '../../../../shared/session/commands.ts';
import type { SessionCommandType } from '../../../../shared/session/said/all.ts';
import type { Instant } from '../../../../shared/units.ts';
import { type Form, type FormParts, useForm } from '../../../components/form/use-form.ts';
import { useVisit } from '../visit.ts';
import { entrySchema } from './entry-schema.ts';
import type { Touch } from './moved.ts';
import { saveEntries } from './save-entries.ts';
import { entryOf, sentOf, touched } from './submission.ts';

/** Forms open with a tap; that tap is the first touch of the entry. */
export interface FormProps {
  readonly onClose: () => void;
}

export interface EntryForm<V extends object> extends Form<V> {
  readonly touch: Touch;
  readonly setTouch: (touch: Touch) => void;
}

type EntryParts<T extends SessionCommandType, V extends object> = Omit<
  FormParts<V, z.ZodType<CommandData<T>>>,
  'schema' | 'send' | 'onDone' | 'doubt'
> & {
  readonly command: T;
  /** Where a form asks for more than the command itself. */
  readonly schema?: z.ZodType<CommandData<T>>;
  readonly doubt?: (data: CommandData<T>, touch: Touch) => ReturnType<NonNullable<FormParts<V, z.ZodType>['doubt']>>;
  /** When it happened, where that is known already. */
  readonly began?: Instant;
  readonly onDone: () => void;
};

/** A form that says one thing of the visit: kept on the tablet and sent from there, with the id and time of its first touch. */
export function useEntryForm<T extends SessionCommandType, V extends object>(parts: EntryParts<T, V>): EntryForm<V> {
  const { command, schema, doubt, began, onDone, ...rest } = parts;
  const { session } = useVisit();
  const { touch, touchRef, setTouch } = useTouch(began);
  const form = useForm<V, z.ZodType<CommandData<T>>>({
    ...rest,
    schema: schema ?? entrySchema(command),
    ...(doubt === undefined ? {} : { doubt: (data) => doubt(data, touchRef.current) }),
    send: async (data) => sentOf(await saveEntries(session.id, [entryOf(session.patientId, touchRef.current, command, data)])),
    onDone,
  });
  return { ...form, touch, setTouch };
}

/** When it happened: shown, and known at once to what is sent in the same tap that changes it. */
export function useTouch(began?: Instant) {
  const [touch, show] = useState(() => (began === undefined ? touched() : { ...touched(), at: began }));
  const touchRef = useRef(touch);
  const setTouch = (next: Touch) => {
    touchRef.current = next;
    show(next);
  };
  return { touch, touchRef, setTouch };
}

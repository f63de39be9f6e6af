import { useState } from 'react';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { entryText } from '../../../../shared/views/timeline.ts';
import { numberSays, schemaAt } from '../../../components/form/limits.ts';
import { NumberField } from '../../../components/form/number-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { correctedData, correctionSchema, type Part, partsOf } from './corrected-data.ts';
import styles from './form-dialog.module.css';
import { FormDialog } from './form-dialog.tsx';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

type ChangeProps = FormProps & { readonly entry: AnyEntry };

/** Where a part of the entry stands in what is sent. */
const pathOf = ({ key }: Part) => `data.${key}`;

/** A correction: fields start empty, the old value stands beside, and both stay in the timeline. */
export function CorrectForm({ entry, onClose }: ChangeProps) {
  const [parts] = useState(() => partsOf(entry));
  const [schema] = useState(() => correctionSchema(entry));
  const first = parts[0] === undefined ? undefined : pathOf(parts[0]);
  const form = useEntryForm<'correct-entry', Readonly<Record<string, string>>>({
    command: 'correct-entry',
    schema,
    initial: Object.fromEntries([...parts.map((part) => [pathOf(part), '']), ['reason', '']]),
    read: (typed) => {
      const said = Object.fromEntries(parts.map((part) => [part.key, typed[pathOf(part)] ?? '']));
      const isChanged = Object.values(said).some((text) => text.trim() !== '');
      return { eventId: entry.eventId, reason: typed.reason, data: isChanged ? correctedData(entry, said) : undefined };
    },
    // A correction of nothing is a fault of its first field.
    fieldOf: (path) => (path.join('.') === 'data' ? (first ?? 'reason') : path.join('.')),
    says: {
      ...Object.fromEntries(parts.map((part) => [pathOf(part), saysOf(part, schema)])),
      reason: 'Say why it is corrected.',
    },
    onDone: onClose,
  });
  return (
    <FormDialog title="Correct" submitLabel="Save correction" {...{ form, onClose }}>
      <Corrected entry={entry} />
      <div className={parts.some(({ text }) => text) ? styles.texts : styles.pair}>
        {parts.map((part) =>
          part.text ? (
            <TextField
              key={part.key}
              label={part.label}
              {...form.field(pathOf(part))}
              hint={`now: ${part.now}`}
              long={part.key === 'text'}
            />
          ) : (
            <NumberField
              key={part.key}
              label={part.label}
              unit={part.unit}
              {...form.field(pathOf(part))}
              hint={`now ${part.now}`}
            />
          ),
        )}
      </div>
      <p>A field left empty stays as it is.</p>
      <TextField label="Why it is corrected" {...form.field('reason')} />
    </FormDialog>
  );
}

/** An empty part stays as it was, so it is only wrong when nothing else was typed either. */
function saysOf(part: Part, schema: ReturnType<typeof correctionSchema>): (typed: string) => string {
  const own = schemaAt(schema, pathOf(part));
  const says =
    part.text || own === undefined ? () => `${part.label} is not taken.` : numberSays(own, { name: part.label, unit: part.unit });
  return (typed) => (typed.trim() === '' ? 'Nothing was changed.' : says(typed));
}

/** Taken back whole, with a reason; it stays in sight, struck through. */
export function StrikeForm({ entry, onClose }: ChangeProps) {
  const form = useEntryForm({
    command: 'strike-entry',
    initial: { reason: '' },
    read: (typed) => ({ ...typed, eventId: entry.eventId }),
    says: { reason: 'Say why it is struck.' },
    onDone: onClose,
  });
  return (
    <FormDialog title="Strike" submitLabel="Strike entry" {...{ form, onClose }}>
      <Corrected entry={entry} />
      <TextField label="Why it is struck" {...form.field('reason')} />
    </FormDialog>
  );
}

/** The entry in question, as the timeline says it. */
function Corrected({ entry }: { readonly entry: AnyEntry }) {
  const { session, clinic } = useVisit();
  const { time } = useClinicTime();
  return (
    <p>
      {time(entry.happenedAt)} {entryText(entry, clinic, session)}
    </p>
  );
}

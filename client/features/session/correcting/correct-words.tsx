import { useState } from 'react';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { numberSays, schemaAt } from '../../../components/form/limits.ts';
import { NumberField } from '../../../components/form/number-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useFormats } from '../../../live/clinic-time.ts';
import styles from '../entry/form-dialog.module.css';
import type { FormProps } from '../entry/use-entry-form.ts';
import { correctedData, correctionSchema, type Part, partsOf } from './corrected-data.ts';
import { CorrectionDialog, useCorrection } from './correction.tsx';

/** Words and single numbers: fields start empty, the old value stands beside, and both stay in the timeline. */
export function CorrectWords({ entry, onClose }: FormProps & { readonly entry: AnyEntry }) {
  const formats = useFormats();
  const [parts] = useState(() => partsOf(entry, formats));
  const [schema] = useState(() => correctionSchema(entry));
  const form = useCorrection<Readonly<Record<string, string>>>({
    entry,
    initial: Object.fromEntries(parts.map(({ key }) => [key, ''])),
    read: (typed) => correctedData(entry, typed, formats),
    isChanged: (typed) => parts.some(({ key }) => (typed[key] ?? '').trim() !== ''),
    fieldOf: ([first]) => (first === undefined ? (parts[0]?.key ?? 'reason') : String(first)),
    says: Object.fromEntries(parts.map((part) => [part.key, saysOf(part, schema)])),
    onDone: onClose,
  });
  return (
    <CorrectionDialog {...{ entry, form, onClose }}>
      {parts.length > 0 && (
        <>
          <div className={parts.some(({ text }) => text) ? styles.texts : styles.pair}>
            {parts.map((part) =>
              part.text ? (
                <TextField
                  key={part.key}
                  label={part.label}
                  {...form.field(part.key)}
                  hint={`now: ${part.now}`}
                  long={part.key === 'text'}
                />
              ) : (
                <NumberField
                  key={part.key}
                  label={part.label}
                  unit={part.unit}
                  {...form.field(part.key)}
                  hint={`now ${part.now}`}
                />
              ),
            )}
          </div>
          <p>A field left empty stays as it is.</p>
        </>
      )}
    </CorrectionDialog>
  );
}

/** An empty part stays as it was, so it is only wrong when nothing else was typed either. */
function saysOf(part: Part, schema: ReturnType<typeof correctionSchema>): (typed: string) => string {
  const own = schemaAt(schema, `data.${part.key}`);
  const says =
    part.text || own === undefined ? () => `${part.label} is not taken.` : numberSays(own, { name: part.label, unit: part.unit });
  return (typed) => (typed.trim() === '' ? 'Nothing was changed.' : says(typed));
}

import { quickEventsOf } from '../../../../shared/clinic/quick-events.ts';
import { Choice } from '../../../components/form/choice.tsx';
import fields from '../../../components/form/field.module.css';
import { ButtonsField } from '../../../components/form/field.tsx';
import { known, typedText } from '../../../components/form/known.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { useVisit } from '../visit.ts';
import { entryTextLength } from './entry-schema.ts';
import { FormDialog } from './form-dialog.tsx';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

const SEVERITY = ['none', 'mild', 'moderate', 'significant', 'severe'];
const asOptions = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }));

interface SymptomValues {
  readonly kind: string | undefined;
  readonly other: string;
  readonly severity: number | undefined;
  readonly action: string;
}

export function SymptomForm({ onClose }: FormProps) {
  const { protocol } = useVisit();
  const form = useEntryForm<'record-symptom', SymptomValues>({
    command: 'record-symptom',
    initial: { kind: undefined, other: '', severity: undefined, action: '' },
    read: ({ kind, other, severity, action }) => ({
      kind: typedText(other) ?? kind,
      severity,
      ...known({ action: typedText(action) }),
    }),
    says: { kind: 'Say which symptom.', severity: 'Say how strong it is.' },
    onDone: onClose,
  });
  const kind = form.field('kind');
  const severity = form.field('severity');
  const isOther = typedText(form.values.other) !== undefined;
  return (
    <FormDialog title="Symptom" submitLabel="Save symptom" timed {...{ form, onClose }}>
      <Choice
        label="Symptom"
        options={asOptions(quickEventsOf(protocol, 'symptom').map((event) => event.label))}
        {...kind}
        value={isOther ? undefined : kind.value}
      />
      <TextField label="Another symptom" {...form.field('other')} maxLength={entryTextLength('record-symptom', 'kind')} />
      <ButtonsField name={severity.name} error={severity.error}>
        <span className={fields.label} aria-hidden="true">
          How strong
        </span>
        <Segmented
          label="How strong, 0 none to 4 severe"
          segments={SEVERITY.map((word, value) => ({ value, label: String(value), said: `${value}, ${word}` }))}
          value={severity.value}
          onChoose={severity.onChange}
          onClear={() => severity.onChange(undefined)}
        />
        <p>
          {severity.value === undefined
            ? '0 none · 1 mild · 2 moderate · 3 significant · 4 severe'
            : `${severity.value} ${SEVERITY[severity.value]}`}
        </p>
      </ButtonsField>
      <TextField label="What was done (may stay empty)" {...form.field('action')} />
    </FormDialog>
  );
}

interface NoteValues {
  readonly text: string;
}

export function NoteForm({ onClose }: FormProps) {
  const { protocol, over } = useVisit();
  const form = useEntryForm<'add-note', NoteValues>({
    command: 'add-note',
    initial: { text: '' },
    read: (typed) => typed,
    says: { text: 'The note is empty.' },
    onDone: onClose,
  });
  const quick = over || form.values.text !== '' ? [] : quickEventsOf(protocol, 'note');
  return (
    <FormDialog
      title={over ? 'Addendum' : 'Note'}
      submitLabel={over ? 'Save addendum' : 'Save note'}
      timed
      {...{ form, onClose }}
    >
      {quick.length > 0 && (
        <Choice
          label="One tap saves it"
          options={asOptions(quick.map((event) => event.label))}
          value={undefined}
          onChange={(text) => text !== undefined && void form.sendNow({ text })}
        />
      )}
      <TextField label="What was seen or said" long {...form.field('text')} />
    </FormDialog>
  );
}

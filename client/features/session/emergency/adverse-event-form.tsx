import { AE_OUTCOMES, AE_SEVERITIES, SERIOUS_CRITERIA } from '../../../../shared/session/adverse-event.ts';
import type { CommandData } from '../../../../shared/session/commands.ts';
import type { Entry } from '../../../../shared/session/state.ts';
import { Choice, Choices } from '../../../components/form/choice.tsx';
import { known, typedText } from '../../../components/form/known.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { CorrectionDialog, useCorrection } from '../correcting/correction.tsx';
import { entryTextLength } from '../entry/entry-schema.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type EntryForm, type FormProps, useEntryForm } from '../entry/use-entry-form.ts';

type Report = CommandData<'report-adverse-event'>;

interface ReportValues {
  readonly kind: string;
  readonly severity: Report['severity'] | undefined;
  readonly action: string;
  readonly outcome: Report['outcome'] | undefined;
  readonly isSerious: 'yes' | 'no' | undefined;
  readonly serious: readonly Report['serious'][number][];
}

type AdverseEventFormProps = FormProps & {
  /** The symptom that it was said of first. */
  readonly symptom?: Entry<'symptom-recorded'>;
};

const inWords = <T extends string>(names: readonly T[]) => names.map((value) => ({ value, label: labelOf(value) }));
const labelOf = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
/** Of 4, as a symptom is scored; a proposal that the person who reports confirms. */
const SEVERITY_OF = ['mild', 'mild', 'moderate', 'severe', 'severe'] as const;

const readReport = ({ kind, severity, action, outcome, isSerious, serious }: ReportValues) => ({
  ...{ kind, severity, outcome },
  // "Serious" without a criterion is no answer, nor is none of both.
  serious: isSerious === 'no' ? [] : serious.length === 0 ? undefined : serious,
  ...known({ action: typedText(action) }),
});

const SAYS = {
  kind: 'Say what it was.',
  severity: 'Say how strong it was.',
  outcome: 'Say what became of it.',
  isSerious: 'Say whether it is serious.',
  serious: 'Say what makes it serious.',
};

/** Which field a part of the report stands in. */
const fieldOf = (name: string, { isSerious }: ReportValues) =>
  name === 'serious' && isSerious === undefined ? 'isSerious' : name;

/** An adverse event: what, when it began, how bad, what was done, what became of it, and whether it is serious and why. */
export function AdverseEventForm({ symptom, onClose }: AdverseEventFormProps) {
  const form = useEntryForm<'report-adverse-event', ReportValues>({
    command: 'report-adverse-event',
    initial: {
      kind: symptom?.data.kind ?? '',
      severity: symptom === undefined ? undefined : SEVERITY_OF[symptom.data.severity],
      action: symptom?.data.action ?? '',
      outcome: undefined,
      isSerious: undefined,
      serious: [],
    },
    read: (typed) => ({ ...readReport(typed), ...known({ symptomEventId: symptom?.eventId }) }),
    fieldOf: (path, typed) => fieldOf(path.join('.'), typed),
    says: SAYS,
    ...(symptom === undefined ? {} : { began: symptom.happenedAt }),
    onDone: onClose,
  });
  return (
    <FormDialog title="Adverse event" submitLabel="Report adverse event" timed {...{ form, onClose }}>
      <Fields form={form} />
    </FormDialog>
  );
}

/** What became of it is often known later: the report is corrected, and the old words stay in sight. */
export function CorrectAdverseEvent({ entry, onClose }: FormProps & { readonly entry: Entry<'adverse-event-reported'> }) {
  const { action = '', symptomEventId, ...said } = entry.data;
  const initial = { ...said, action, isSerious: said.serious.length > 0 ? 'yes' : 'no' } as const;
  const form = useCorrection<ReportValues>({
    entry,
    initial,
    read: (typed) => ({ ...readReport(typed), ...known({ symptomEventId }) }),
    isChanged: (typed) => JSON.stringify(readReport(typed)) !== JSON.stringify(readReport(initial)),
    fieldOf: (path, typed) => (path.length === 0 ? 'kind' : fieldOf(path.join('.'), typed)),
    says: { ...SAYS, kind: (kind) => (kind.trim() === '' ? SAYS.kind : 'Nothing was changed.') },
    onDone: onClose,
  });
  return (
    <CorrectionDialog {...{ entry, form, onClose }}>
      <Fields form={form} />
    </CorrectionDialog>
  );
}

function Fields({ form }: { readonly form: Pick<EntryForm<ReportValues>, 'field' | 'values'> }) {
  return (
    <>
      <TextField label="What" {...form.field('kind')} maxLength={entryTextLength('report-adverse-event', 'kind')} />
      <Choice label="How strong" options={inWords(AE_SEVERITIES)} {...form.field('severity')} />
      <TextField label="What was done (may stay empty)" {...form.field('action')} />
      <Choice label="What became of it" options={inWords(AE_OUTCOMES)} {...form.field('outcome')} />
      <Choice label="Serious" options={YES_NO} {...form.field('isSerious')} />
      {form.values.isSerious === 'yes' && (
        <Choices label="Because of" options={inWords(SERIOUS_CRITERIA)} {...form.field('serious')} />
      )}
    </>
  );
}

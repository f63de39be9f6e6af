import type { CommandData } from '../../../../shared/session/commands.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';

type Escort = NonNullable<CommandData<'answer-criterion'>['escort']>;

interface EscortValues {
  readonly 'escort.name': string;
  readonly 'escort.relation': string;
  readonly 'escort.identity': Escort['identity'] | undefined;
}

const RELATIONS = ['Partner', 'Parent', 'Child', 'Sibling', 'Friend', 'Carer'];
const IDENTITY = [
  { value: 'document-seen', label: 'Document seen' },
  { value: 'known-to-us', label: 'Known to us' },
] as const;

/** Who takes the patient home: the one who was named at the check-in, or whoever came. */
export function EscortForm({ criterion, onClose }: FormProps & { readonly criterion: string }) {
  const { session } = useVisit();
  const named = entriesOf(session, 'checked-in').at(-1)?.data.escort?.name;
  const form = useEntryForm<'answer-criterion', EscortValues>({
    command: 'answer-criterion',
    initial: { 'escort.name': named ?? '', 'escort.relation': '', 'escort.identity': undefined },
    read: (typed) => ({
      criterion,
      met: true,
      escort: { name: typed['escort.name'], relation: typed['escort.relation'], identity: typed['escort.identity'] },
    }),
    says: {
      'escort.name': 'Say who it is.',
      'escort.relation': 'Say what they are to the patient.',
      'escort.identity': 'Say how you know that it is them.',
    },
    onDone: onClose,
  });
  const relation = form.field('escort.relation');
  return (
    <FormDialog title="Escort" submitLabel="Escort is here" timed {...{ form, onClose }}>
      <TextField label="Name" {...form.field('escort.name')} />
      <Choice
        label="What they are to the patient"
        options={RELATIONS.map((one) => ({ value: one, label: one }))}
        value={relation.value}
        onChange={(one) => relation.onChange(one ?? '')}
      />
      <TextField label="Or in words" {...relation} />
      <Choice label="Identity" options={IDENTITY} {...form.field('escort.identity')} />
    </FormDialog>
  );
}

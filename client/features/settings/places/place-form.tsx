import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { newId } from '../../../live/new-id.ts';
import { KINDS, type Place, type PlaceKind } from './place.ts';

interface PlaceFormProps {
  readonly kind: PlaceKind;
  /** Absent for a new one. */
  readonly place?: Place;
  readonly label: string;
  readonly order: number;
  readonly onClose: () => void;
}

/** Name and state of a chair or a bay. */
export function PlaceForm({ kind, place, label, order, onClose }: PlaceFormProps) {
  const change = useClinicCommand();
  const { one, add, states, schema, command } = KINDS[kind];
  const form = useForm({
    initial: { label, state: place?.state ?? 'available', id: place?.id ?? newId() },
    read: (typed) => ({ ...typed, order }),
    schema,
    says: { label: 'One to twelve letters or digits', state: 'Choose one', id: '' },
    refusals: { 'label-taken': 'label', 'chair-occupied': 'state', 'bay-occupied': 'state' },
    send: (data, signal) => (command === 'put-chair' ? change(command, data, signal) : change(command, toBay(data), signal)),
    onDone: onClose,
  });
  const state = form.field('state');
  return (
    <FormSheet
      title={place === undefined ? add : `Change ${one} ${place.label}`}
      form={form}
      onClose={onClose}
      save={place === undefined ? add : 'Store'}
    >
      <TextField
        label="Name on the board"
        {...form.field('label')}
        autoComplete="off"
        hint="Short: it is read from across the room"
      />
      {place !== undefined && <SelectField label="State" {...state} options={states} />}
    </FormSheet>
  );
}

function toBay({ id, label, order, state }: Place) {
  return { id, label, order, state: state === 'retired' ? ('retired' as const) : ('available' as const) };
}

import { ColleagueChoice, colleaguesOf } from '../../../components/colleague-choice.tsx';
import { ButtonsField } from '../../../components/form/field.tsx';
import { useVisit } from '../visit.ts';
import { FormDialog } from './form-dialog.tsx';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

interface HandOverValues {
  readonly nurseId: string | undefined;
}

/** Another nurse takes the visit over; from then on it is on their list. */
export function HandOverForm({ onClose }: FormProps) {
  const { session, clinic } = useVisit();
  const form = useEntryForm<'hand-over', HandOverValues>({
    command: 'hand-over',
    initial: { nurseId: undefined },
    read: (chosen) => chosen,
    says: { nurseId: 'Choose who takes over.' },
    onDone: onClose,
  });
  const nurse = form.field('nurseId');
  const now = session.nurseId === undefined ? undefined : clinic.staff.get(session.nurseId)?.name;
  const name = nurse.value === undefined ? undefined : clinic.staff.get(nurse.value)?.name;
  return (
    <FormDialog
      title="Hand over"
      submitLabel={name === undefined ? 'Choose who takes over' : `Hand over to ${name}`}
      {...{ form, onClose }}
    >
      <p>{now === undefined ? 'Nobody has this visit yet.' : `Now with ${now}.`}</p>
      <ButtonsField name={nurse.name} error={nurse.error}>
        <ColleagueChoice colleagues={colleaguesOf(clinic, session.nurseId)} value={nurse.value} onChoose={nurse.onChange} />
      </ButtonsField>
    </FormDialog>
  );
}

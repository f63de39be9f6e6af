import { type Asked, askedOf, linesOf, readAllergies } from '../../../../shared/clinic/allergies.ts';
import { type Patient, saidAllergiesSchema } from '../../../../shared/clinic/records.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useWholeName } from '../../../live/patient-name.ts';
import { useVisit } from '../visit.ts';

interface AllergiesFormProps {
  readonly onClose: () => void;
  /** After it was stored. */
  readonly onDone?: () => void;
}

const SAID: readonly { readonly value: Said; readonly label: string }[] = [
  { value: 'none', label: 'None known' },
  { value: 'some', label: 'These' },
];
type Said = Exclude<Asked, 'not-asked'>;

function initialOf({ allergies }: Patient): { readonly asked: Said | undefined; readonly allergies: string } {
  const asked = askedOf(allergies);
  return { asked: asked === 'not-asked' ? undefined : asked, allergies: linesOf(allergies) };
}

/** What the patient says of allergies, at the chair: which, or that none is known. */
export function AllergiesForm({ onClose, onDone }: AllergiesFormProps) {
  const { patient } = useVisit();
  const name = useWholeName(patient.id);
  const change = useClinicCommand();
  const was = patient.allergies === undefined ? {} : { was: patient.allergies };
  const form = useForm({
    initial: initialOf(patient),
    read: ({ asked, allergies }) => ({
      id: patient.id,
      ...(asked === undefined ? {} : { allergies: readAllergies(asked, allergies) }),
      ...was,
    }),
    schema: saidAllergiesSchema,
    fieldOf: (_, { asked }) => (asked === 'some' ? 'allergies' : 'asked'),
    says: { asked: 'Say which, or that none is known.', allergies: 'One allergy a line, such as “Latex: rash”' },
    send: (data, signal) => change('record-allergies', data, signal),
    onDone: () => {
      onClose();
      onDone?.();
    },
  });
  return (
    <FormSheet title={`Allergies · ${name}`} form={form} onClose={onClose} save="Save allergies">
      <Choice label="Asked today" options={SAID} {...form.field('asked')} />
      {form.values.asked === 'some' && (
        <TextField long label="One a line, with the reaction after a colon" {...form.field('allergies')} />
      )}
    </FormSheet>
  );
}

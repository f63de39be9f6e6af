import { CONDITIONS, type Condition } from '../../../../shared/clinic/conditions.ts';
import { saidConditionsSchema } from '../../../../shared/clinic/records.ts';
import { Choice, Choices } from '../../../components/form/choice.tsx';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useWholeName } from '../../../live/patient-name.ts';
import { useVisit } from '../visit.ts';

const OPTIONS = CONDITIONS.map(({ id, label }) => ({ value: id, label }));
const NONE = [{ value: 'none', label: 'None of these' }] as const;

interface Typed {
  readonly conditions: readonly Condition[];
  readonly none: 'none' | undefined;
}

/** What the patient says of conditions that matter while the drug is given: which, or that there is none of them. */
export function ConditionsForm({ onClose }: { readonly onClose: () => void }) {
  const { patient } = useVisit();
  const name = useWholeName(patient.id);
  const change = useClinicCommand();
  const was = patient.conditions === undefined ? {} : { was: patient.conditions };
  const form = useForm({
    initial: {
      conditions: patient.conditions ?? [],
      none: patient.conditions?.length === 0 ? 'none' : undefined,
    } as Typed,
    read: ({ conditions, none }) => ({
      id: patient.id,
      ...(conditions.length === 0 && none === undefined ? {} : { conditions: [...conditions] }),
      ...was,
    }),
    schema: saidConditionsSchema,
    says: { conditions: 'Say which, or that there is none of them.' },
    send: (data, signal) => change('record-conditions', data, signal),
    onDone: onClose,
  });
  return (
    <FormSheet title={`Conditions · ${name}`} form={form} onClose={onClose} save="Save conditions">
      <Choices
        label="Known to have"
        options={OPTIONS}
        {...form.field('conditions')}
        onChange={(conditions) => form.set({ conditions, none: undefined })}
      />
      <Choice
        label="Or"
        options={NONE}
        value={form.values.none}
        onChange={(none) => form.set({ none, ...(none === undefined ? {} : { conditions: [] }) })}
      />
    </FormSheet>
  );
}

import { sameMedicationOf } from '../../../../shared/dosing/doses.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { typedText } from '../../../components/form/known.ts';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberToSend, parseNumber } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { ConflictSheet } from '../doses/conflict-card.tsx';
import { useConflict } from '../doses/use-conflict.ts';
import { useVisit } from '../visit.ts';
import { entryNumberSays, entryTextLength } from './entry-schema.ts';
import styles from './form-dialog.module.css';
import { FormDialog } from './form-dialog.tsx';
import { touched } from './submission.ts';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

const DRUGS = ['Ondansetron', 'Metoclopramide', 'Labetalol', 'Clonidine', 'Lorazepam', 'Midazolam', 'Paracetamol', 'Oxygen'].map(
  (name) => ({ value: name, label: name }),
);
const UNITS = ['mg', 'mcg', 'g', 'mL', 'IU', 'tablet', 'puff', 'L/min'] as const;
const ROUTES = ['iv', 'oral', 'sublingual', 'im', 'nasal', 'inhaled', 'topical', 'other'] as const;
const ROUTE_LABELS: Readonly<Record<(typeof ROUTES)[number], string>> = {
  iv: 'IV',
  oral: 'Oral',
  sublingual: 'Under the tongue',
  im: 'IM',
  nasal: 'Nasal',
  inhaled: 'Inhaled',
  topical: 'On the skin',
  other: 'Other',
};

interface MedicationValues {
  readonly drug: string | undefined;
  readonly other: string;
  readonly dose: string;
  readonly unit: (typeof UNITS)[number] | undefined;
  readonly route: (typeof ROUTES)[number] | undefined;
  readonly reason: string;
}

const drugOf = ({ drug, other }: MedicationValues) => typedText(other) ?? drug;

/** A medicine beside the infusion: what, how much, by which way, why. The same one a moment ago is a question of its own. */
export function MedicationForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const form = useEntryForm<'give-medication', MedicationValues>({
    command: 'give-medication',
    initial: { drug: undefined, other: '', dose: '', unit: undefined, route: undefined, reason: '' },
    read: (typed) => {
      const { dose, unit, route, reason } = typed;
      return { drug: drugOf(typed), dose: numberToSend(dose), unit, route, reason };
    },
    says: {
      drug: 'Say which medicine.',
      dose: entryNumberSays('give-medication', 'dose', { name: 'Dose' }),
      unit: 'Say the unit of the dose.',
      route: 'Say how it was given.',
      reason: 'Say why it was given.',
    },
    onDone: onClose,
  });
  const { touch, values, problem, setTouch } = form;
  const name = drugOf(values);
  const dose = parseNumber(values.dose);
  const { conflict, keep } = useConflict(problem, () =>
    name === undefined || dose === undefined || values.unit === undefined
      ? undefined
      : sameMedicationOf(session, { drug: name, dose, unit: values.unit, at: touch.at }),
  );
  if (conflict !== undefined)
    return (
      <ConflictSheet
        title="Medication"
        recorded={conflict}
        what={`${name} ${values.dose.trim()} ${values.unit}`}
        busy={form.busy}
        touch={touch}
        fault={form.doubt}
        onDiscard={onClose}
        onAnother={({ at }) => {
          keep();
          setTouch({ ...touched(), at });
          void form.sendNow();
        }}
      />
    );
  const drug = form.field('drug');
  return (
    <FormDialog title="Medication" submitLabel="Save medication" timed {...{ form, onClose }}>
      <Choice label="Medicine" options={DRUGS} {...drug} value={typedText(values.other) === undefined ? drug.value : undefined} />
      <TextField label="Another medicine" {...form.field('other')} maxLength={entryTextLength('give-medication', 'drug')} />
      <div className={styles.doseRow}>
        <NumberField label="Dose" unit={values.unit ?? ''} {...form.field('dose')} />
        <Choice label="Unit" options={UNITS.map((unit) => ({ value: unit, label: unit }))} {...form.field('unit')} />
      </div>
      <Choice
        label="Given"
        options={ROUTES.map((route) => ({ value: route, label: ROUTE_LABELS[route] }))}
        {...form.field('route')}
      />
      <TextField label="Why" {...form.field('reason')} />
    </FormDialog>
  );
}

import { allergyText } from '../../../../shared/clinic/allergies.ts';
import { isStanding } from '../../../../shared/clinic/standing-medicines.ts';
import { allergiesTo } from '../../../../shared/deciding/allergies.ts';
import { sameMedicationOf } from '../../../../shared/dosing/doses.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { known, typedText } from '../../../components/form/known.ts';
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

const HOW = [
  { value: 'spoken', label: 'Spoken' },
  { value: 'written', label: 'Written' },
] as const;

interface MedicationValues {
  readonly drug: string | undefined;
  readonly other: string;
  readonly dose: string;
  readonly unit: (typeof UNITS)[number] | undefined;
  readonly route: (typeof ROUTES)[number] | undefined;
  readonly reason: string;
  readonly despiteAllergy: string;
  readonly 'order.by': string | undefined;
  readonly 'order.how': 'spoken' | 'written' | undefined;
}

const drugOf = ({ drug, other }: MedicationValues) => typedText(other) ?? drug;

/** A medicine beside the infusion: what, how much, by which way, why. The same one a moment ago is a question of its own. */
export function MedicationForm({ onClose }: FormProps) {
  const { session, patient, protocol, clinic, me } = useVisit();
  // A physician who gives it has ordered it.
  const wantsOrder = (name: string | undefined) => name !== undefined && me.role !== 'physician' && !isStanding(protocol, name);
  const physicians = [...clinic.staff.values()].filter(({ role, active }) => role === 'physician' && active);
  const form = useEntryForm<'give-medication', MedicationValues>({
    command: 'give-medication',
    initial: {
      drug: undefined,
      other: '',
      dose: '',
      unit: undefined,
      route: undefined,
      reason: '',
      despiteAllergy: '',
      'order.by': undefined,
      'order.how': undefined,
    },
    read: (typed) => {
      const { dose, unit, route, reason, despiteAllergy } = typed;
      const order = wantsOrder(drugOf(typed)) ? { order: { by: typed['order.by'], how: typed['order.how'] } } : {};
      const despite = known({ despiteAllergy: typedText(despiteAllergy) });
      return { drug: drugOf(typed), dose: numberToSend(dose), unit, route, reason, ...despite, ...order };
    },
    says: {
      drug: 'Say which medicine.',
      dose: entryNumberSays('give-medication', 'dose', { name: 'Dose' }),
      unit: 'Say the unit of the dose.',
      route: 'Say how it was given.',
      reason: 'Say why it was given.',
      'order.by': 'Say which physician ordered it.',
      'order.how': 'Say how it was ordered.',
    },
    onDone: onClose,
  });
  const { touch, values, problem, setTouch } = form;
  const name = drugOf(values);
  const allergies = name === undefined ? [] : allergiesTo(patient.allergies, name);
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
  const isBlocked = allergies.length > 0 && (me.role !== 'physician' || values.despiteAllergy.trim() === '');
  const drug = form.field('drug');
  return (
    <FormDialog title="Medication" submitLabel="Save medication" timed locked={isBlocked} {...{ form, onClose }}>
      <Choice label="Medicine" options={DRUGS} {...drug} value={typedText(values.other) === undefined ? drug.value : undefined} />
      <TextField label="Another medicine" {...form.field('other')} maxLength={entryTextLength('give-medication', 'drug')} />
      {allergies.length > 0 && (
        <p className={styles.warning} role="alert">
          <b>Allergy recorded: {allergies.map(allergyText).join(', ')}.</b>{' '}
          {me.role === 'physician' ? 'Say why it is given all the same.' : 'Only a physician may give it, with a reason.'}
        </p>
      )}
      {allergies.length > 0 && me.role === 'physician' && (
        <TextField label="Why despite the allergy" {...form.field('despiteAllergy')} />
      )}
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
      {wantsOrder(name) && (
        <>
          <Choice
            label={`Ordered by (${name} is not on the protocol’s list)`}
            options={physicians.map(({ id, name: who }) => ({ value: id, label: who }))}
            {...form.field('order.by')}
          />
          <Choice label="Order" options={HOW} {...form.field('order.how')} />
        </>
      )}
    </FormDialog>
  );
}

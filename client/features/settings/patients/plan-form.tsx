import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { type Plan, planSchema } from '../../../../shared/clinic/records.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import { known } from '../../../components/form/known.ts';
import { numberFault, numberText, numberToSend } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/text-field.tsx';
import { useClinic } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
import { useClinicCommand } from '../form/clinic-command.ts';
import styles from '../form/form.module.css';
import { FormSheet } from '../form/form-sheet.tsx';
import { SelectField } from '../form/select-field.tsx';
import { useForm } from '../form/use-form.ts';
import { PATIENTS_KEY } from './patient-questions.ts';

interface PlanFormProps {
  readonly patientId: string;
  /** Absent for a new one. */
  readonly plan?: Plan;
  readonly onClose: () => void;
}

/** A series: what for, by which protocol, how much, how many, how far apart. */
export function PlanForm({ patientId, plan, onClose }: PlanFormProps) {
  const change = useClinicCommand();
  const questions = useQueryClient();
  const protocols = useClinic((clinic) => clinic.protocols);
  const newest = [...protocols.values()].flatMap((versions) => versions.slice(-1));
  const id = useRef(plan?.id ?? newId()).current;
  const form = useForm({
    initial: {
      indication: plan?.indication ?? '',
      protocolId: plan?.protocolId ?? '',
      doseMgPerKg: numberText(plan?.doseMgPerKg),
      doseMg: numberText(plan?.doseMg),
      infusions: numberText(plan?.infusions),
      spacingDays: numberText(plan?.spacingDays),
      doneBefore: numberText(plan?.doneBefore ?? 0),
      state: plan?.state ?? 'active',
    },
    read: ({ doseMgPerKg, doseMg, ...typed }) => ({
      ...typed,
      id,
      patientId,
      route: newest.find((protocol) => protocol.id === typed.protocolId)?.route,
      infusions: numberToSend(typed.infusions),
      spacingDays: numberToSend(typed.spacingDays),
      doneBefore: numberToSend(typed.doneBefore),
      ...known({ doseMgPerKg: numberToSend(doseMgPerKg), doseMg: numberToSend(doseMg) }),
    }),
    schema: planSchema,
    says: {
      indication: 'Choose what it is for',
      protocolId: 'Choose a protocol',
      doseMgPerKg: (typed) => numberFault(typed) ?? 'A number up to 20, or empty',
      doseMg: (typed) => numberFault(typed) ?? 'A number up to 1000, or empty',
      infusions: (typed) => numberFault(typed) ?? 'A whole number from 1 to 100',
      spacingDays: (typed) => numberFault(typed) ?? 'Days from 1 to 365',
      doneBefore: (typed) => numberFault(typed) ?? 'A whole number, 0 when this is the first series here',
      state: 'Choose one',
    },
    fieldOf: ([head]) => (head === 'route' ? 'protocolId' : String(head ?? '')),
    refusals: { 'unknown-protocol': 'protocolId', 'route-differs': 'protocolId' },
    send: (data, signal) => change('put-plan', data, signal),
    onDone: () => {
      void questions.invalidateQueries({ queryKey: PATIENTS_KEY });
      onClose();
    },
  });
  const chosen = newest.find((protocol) => protocol.id === form.typed.protocolId);
  return (
    <FormSheet
      title={plan === undefined ? 'Make a plan' : 'Change the plan'}
      form={form}
      onClose={onClose}
      save={plan === undefined ? 'Make the plan' : 'Store'}
    >
      <div className={styles.pair}>
        <SelectField
          label="Indication"
          {...form.field('indication')}
          none="Choose …"
          options={planSchema.shape.indication.options.map((name) => ({ value: name, label: name }))}
        />
        <SelectField
          label="Protocol"
          {...form.field('protocolId')}
          none="Choose …"
          options={newest.map(({ id: value, name }) => ({ value, label: name }))}
          hint={chosen === undefined ? undefined : usualDose(chosen)}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label="Dose, mg per kg"
          {...form.field('doseMgPerKg')}
          inputMode="decimal"
          autoComplete="off"
          hint="Or a fixed dose"
        />
        <TextField label="Fixed dose, mg" {...form.field('doseMg')} inputMode="decimal" autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <TextField label="Infusions in the series" {...form.field('infusions')} inputMode="numeric" autoComplete="off" />
        <TextField label="Days between them" {...form.field('spacingDays')} inputMode="decimal" autoComplete="off" />
      </div>
      <TextField
        label="Of these, done before"
        {...form.field('doneBefore')}
        inputMode="numeric"
        autoComplete="off"
        hint="Elsewhere, or before the clinic used Chairside"
      />
      {plan !== undefined && (
        <SelectField
          label="State"
          {...form.field('state')}
          options={[
            { value: 'active', label: 'active' },
            { value: 'finished', label: 'finished' },
            { value: 'stopped', label: 'stopped' },
          ]}
        />
      )}
    </FormSheet>
  );
}

/** What the protocol names; the dose itself is the physician's. */
function usualDose({ doseMgPerKg, doseChoicesMg, route }: Protocol): string {
  const by = routeText(route);
  if (doseMgPerKg !== undefined) return `${by}; the protocol names ${doseMgPerKg} mg/kg`;
  return doseChoicesMg === undefined
    ? `${by}; the protocol names no dose`
    : `${by}; the protocol names ${doseChoicesMg.join(' or ')} mg`;
}

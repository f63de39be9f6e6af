import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { type Plan, planSchema } from '../../../../shared/clinic/records.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import styles from '../../../components/form/form.module.css';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { known } from '../../../components/form/known.ts';
import { numberSays } from '../../../components/form/limits.ts';
import { numberText, numberToSend } from '../../../components/form/parse-number.ts';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useClinic } from '../../../live/live.ts';
import { newId } from '../../../live/new-id.ts';
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
      doseMgPerKg: numberSays(planSchema.shape.doseMgPerKg, { unit: 'mg/kg' }),
      doseMg: numberSays(planSchema.shape.doseMg, { unit: 'mg' }),
      infusions: numberSays(planSchema.shape.infusions),
      spacingDays: numberSays(planSchema.shape.spacingDays, { unit: 'days' }),
      doneBefore: numberSays(planSchema.shape.doneBefore),
      state: 'Choose one',
    },
    fieldOf: ([head]) => (head === 'route' ? 'protocolId' : String(head ?? '')),
    refusals: { 'unknown-protocol': 'protocolId', 'route-differs': 'protocolId', 'dose-too-high': 'doseMgPerKg' },
    doubt: ({ doseMgPerKg, protocolId }) =>
      highDose(
        doseMgPerKg,
        newest.find(({ id: of }) => of === protocolId),
      ),
    send: (data, signal) => change('put-plan', data, signal),
    onDone: () => {
      void questions.invalidateQueries({ queryKey: PATIENTS_KEY });
      onClose();
    },
  });
  const chosen = newest.find((protocol) => protocol.id === form.values.protocolId);
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
/** A dose that will want a second person is asked about while it is planned. */
function highDose(mgPerKg: number | undefined, protocol: Protocol | undefined) {
  const most = protocol?.maxMgPerKgWithoutSecondPerson;
  return mgPerKg === undefined || most === undefined || mgPerKg <= most
    ? undefined
    : { about: 'dose', says: `${mgPerKg} mg/kg is more than ${most} mg/kg. Press again if it is right.` };
}

function usualDose({ doseMgPerKg, doseChoicesMg, route }: Protocol): string {
  const by = routeText(route);
  if (doseMgPerKg !== undefined) return `${by}; the protocol names ${doseMgPerKg} mg/kg`;
  return doseChoicesMg === undefined
    ? `${by}; the protocol names no dose`
    : `${by}; the protocol names ${doseChoicesMg.join(' or ')} mg`;
}

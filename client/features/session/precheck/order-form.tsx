import type { Plan } from '../../../../shared/clinic/records.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { FormBody } from '../../../components/form/form-body.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { useVisit } from '../visit.ts';
import own from './order.module.css';
import { strengthInWords } from './order-words.ts';
import styles from './precheck.module.css';
import { SubmitBar } from './submit-bar.tsx';
import { useOrderForm } from './use-order-form.ts';

/** The order as it is written: dose, strength, time, and the arithmetic that follows. */
export function OrderForm({ onDone }: { readonly onDone: () => void }) {
  const { session, protocol, clinic } = useVisit();
  const { form, steps, isHigh, slips } = useOrderForm(onDone);
  const { doseChoicesMg, device, route } = protocol;
  const dose = form.field('dose');
  const plan = session.planId === undefined ? undefined : clinic.plans.get(session.planId);
  const strength = form.field('concentrationMgPerMl');
  return (
    <FormBody form={form} className={styles.form}>
      <h2>
        Order · {protocol.drug} {protocol.route.toUpperCase()}
      </h2>
      {doseChoicesMg !== undefined ? (
        <Choice
          label="Dose"
          options={doseChoicesMg.map((mg) => ({
            value: String(mg),
            label: device === undefined ? `${mg} mg` : `${mg} mg: ${Math.round(mg / device.mg)} devices of ${device.mg} mg`,
          }))}
          {...dose}
          onChange={(value) => dose.onChange(value ?? '')}
          hint={plannedDose(plan)[0]}
        />
      ) : (
        <div className={styles.weight}>
          <NumberField
            label="Dose"
            {...dose}
            hint={[
              ...plannedDose(plan),
              ...(protocol.doseMgPerKg === undefined ? [] : [`protocol ${protocol.doseMgPerKg} mg/kg`]),
            ].join(' · ')}
          />
          <Segmented
            label="Dose per"
            segments={[
              { value: 'kg', label: 'mg/kg' },
              { value: 'dose', label: 'mg' },
            ]}
            value={form.values.per}
            onChoose={form.field('per').onChange}
          />
        </div>
      )}
      {device === undefined && (
        <Choice
          label="Strength in the syringe or bag"
          options={protocol.concentrationsMgPerMl.map((one) => ({
            value: one,
            label: `${one} mg/mL`,
            said: strengthInWords(one),
          }))}
          {...strength}
          hint={strength.value === undefined ? undefined : strengthInWords(strength.value)}
        />
      )}
      {route === 'iv' && (
        <NumberField label="Over" unit="min" {...form.field('durationMin')} hint={`protocol ${protocol.durationMin} min`} />
      )}
      <ol className={own.formula} aria-label="Arithmetic">
        {steps.length === 0 ? (
          <li className={styles.hint}>The arithmetic stands here as you type.</li>
        ) : (
          steps.map((step) => <li key={step}>{step}</li>)
        )}
      </ol>
      {isHigh && (
        <p className={styles.blocked}>
          <span>
            <b>More than {protocol.maxMgPerKgWithoutSecondPerson} mg/kg.</b> Read it again; the second person sees this too.
          </span>
        </p>
      )}
      {slips.map((slip) => (
        <p key={slip} className={styles.blocked}>
          <span>
            <b>{slip}</b> Read it again; the second person sees this too.
          </span>
        </p>
      ))}
      <SubmitBar form={form}>Write order</SubmitBar>
    </FormBody>
  );
}

function plannedDose(plan: Plan | undefined): string[] {
  if (plan?.doseMgPerKg !== undefined) return [`plan ${plan.doseMgPerKg} mg/kg`];
  return plan?.doseMg === undefined ? [] : [`plan ${plan.doseMg} mg`];
}

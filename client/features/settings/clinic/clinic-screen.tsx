import { FORMAT_CHOICES } from '../../../../shared/clinic/format-choices.ts';
import { type Formats, formatsOf } from '../../../../shared/clinic/formats.ts';
import { type Clinic, clinicSchema } from '../../../../shared/clinic/records.ts';
import { keysOf } from '../../../../shared/record-of.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import formStyles from '../../../components/form/form.module.css';
import { FormBody } from '../../../components/form/form-body.tsx';
import { FormatsFields } from '../../../components/form/formats-fields.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { useClinicCommand } from '../../../live/clinic-command.ts';
import { useClinic } from '../../../live/live.ts';
import { SettingsSection, useMay } from '../section.tsx';
import styles from '../settings.module.css';

/** The clinic itself: its name and where its days begin. */
export function ClinicScreen() {
  const clinic = useClinic((state) => state.clinic);
  const may = useMay('change-clinic');
  return (
    <SettingsSection title="Clinic" right="put-bay" lead={may ? undefined : 'An administrator changes this.'}>
      <div className={`${styles.card} ${styles.padded} ${styles.narrow}`}>
        {clinic !== undefined && (may ? <ClinicForm clinic={clinic} /> : <Facts clinic={clinic} />)}
      </div>
      {clinic?.demo === true && (
        <p className={styles.note}>This is a demo clinic with invented patients. It can never become a real one.</p>
      )}
    </SettingsSection>
  );
}

function Facts({ clinic }: { readonly clinic: Clinic }) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Name</dt>
        <dd>{clinic.name}</dd>
      </div>
      <div>
        <dt>Time zone</dt>
        <dd>{clinic.timeZone}</dd>
      </div>
      {keysOf(FORMAT_CHOICES).map((name) => (
        <div key={name}>
          <dt>{FORMAT_CHOICES[name].label}</dt>
          <dd>{chosenText(name, formatsOf(clinic))}</dd>
        </div>
      ))}
    </dl>
  );
}

const chosenText = <K extends keyof Formats>(name: K, formats: Formats): string => FORMAT_CHOICES[name].options[formats[name]];

function ClinicForm({ clinic }: { readonly clinic: Clinic }) {
  const change = useClinicCommand();
  const form = useForm({
    initial: { name: clinic.name, timeZone: clinic.timeZone, formats: formatsOf(clinic) },
    read: (typed) => ({ ...clinic, ...typed }),
    schema: clinicSchema,
    says: { name: 'A name is needed', timeZone: 'A time zone such as Europe/Berlin' },
    refusals: { 'unknown-time-zone': 'timeZone' },
    send: (data, signal) => change('change-clinic', data, signal),
    onDone: () => announce('The clinic was changed.'),
  });
  return (
    <FormBody form={form} className={formStyles.form}>
      <TextField label="Name" {...form.field('name')} autoComplete="organization" />
      <TextField
        label="Time zone"
        {...form.field('timeZone')}
        list="time-zones"
        hint="For the clock on screen and where a day begins"
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <h3>Units and forms</h3>
      <p className={styles.quiet}>For what is shown and typed. Everything is stored and dosed in °C, kg and cm.</p>
      <div className={formStyles.pair}>
        <FormatsFields value={form.values.formats} onChange={form.field('formats').onChange} />
      </div>
      {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
      <div className={formStyles.actions}>
        <Button type="submit" look="primary" busy={form.busy} disabled={!form.dirty}>
          Store
        </Button>
      </div>
    </FormBody>
  );
}

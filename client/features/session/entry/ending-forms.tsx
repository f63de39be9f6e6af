import { useState } from 'react';
import { baysInOrder } from '../../../../shared/clinic/state.ts';
import type { DischargeCheck } from '../../../../shared/deciding/discharge-check.ts';
import { heldBay } from '../../../../shared/session/occupancy.ts';
import { ButtonsField } from '../../../components/form/field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useClinicData } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import styles from './ending-forms.module.css';
import { FormDialog } from './form-dialog.tsx';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

type ReasonCommand = 'abort-session' | 'cancel-session';

/** Ends the visit for a reason: aborted when the patient is here, cancelled before any drug was given. */
export function ReasonForm({
  command,
  title,
  submitLabel,
  onClose,
}: FormProps & { readonly command: ReasonCommand; readonly title: string; readonly submitLabel: string }) {
  const form = useEntryForm({
    command,
    initial: { reason: '' },
    read: (typed) => typed,
    says: { reason: 'A reason is needed.' },
    onDone: onClose,
  });
  return (
    <FormDialog timed {...{ title, submitLabel, form, onClose }}>
      <TextField label="Why" {...form.field('reason')} />
    </FormDialog>
  );
}

/** A physician lets one check pass, with a reason that stays in the record. */
export function OverrideForm({
  item,
  label,
  why,
  onClose,
}: FormProps & { readonly item: string; readonly label: string; readonly why: string | undefined }) {
  const { session } = useVisit();
  const [seenTo] = useState(session.position);
  const form = useEntryForm({
    command: 'override-check',
    initial: { reason: '' },
    read: (typed) => ({ ...typed, item, position: seenTo }),
    says: { reason: 'An override needs a reason.' },
    onDone: onClose,
  });
  return (
    <FormDialog title="Override" submitLabel="Override this check" {...{ form, onClose }}>
      <p>
        <b>{label}</b>
        {why === undefined ? '' : `: ${why}`}
      </p>
      <TextField label="Why it may go on" {...form.field('reason')} />
    </FormDialog>
  );
}

interface BayValues {
  readonly bayId: string | undefined;
}

/** A bay of the recovery room; taken ones say so and can't be chosen. */
export function BayForm({ onClose }: FormProps) {
  const { session, clinic } = useVisit();
  const form = useEntryForm<'move-to-recovery', BayValues>({
    command: 'move-to-recovery',
    initial: { bayId: undefined },
    read: (chosen) => chosen,
    says: { bayId: 'Choose a bay.' },
    onDone: onClose,
  });
  const sessions = useClinicData((data) => data.sessions);
  const taken = new Set([...sessions.values()].flatMap((other) => heldBay(other) ?? []));
  const bay = form.field('bayId');
  const label = bay.value === undefined ? undefined : clinic.bays.get(bay.value)?.label;
  return (
    <FormDialog
      title={session.phase === 'recovering' ? 'Change bay' : 'Move to recovery'}
      submitLabel={label === undefined ? 'Choose a bay' : `Move to ${label}`}
      timed
      {...{ form, onClose }}
    >
      <ButtonsField name={bay.name} error={bay.error}>
        <fieldset className={styles.places}>
          <legend className="vh">Bay</legend>
          {baysInOrder(clinic).map(({ id, label: name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={bay.value === id}
              disabled={taken.has(id)}
              onClick={() => bay.onChange(id)}
            >
              <b>{name}</b>
              <span>{taken.has(id) ? 'taken' : 'free'}</span>
            </button>
          ))}
        </fieldset>
      </ButtonsField>
    </FormDialog>
  );
}

/** Against the criteria: a physician, with a reason. What is missing stands above the field and is kept in the record. */
export function DischargeOverrideForm({ missing, onClose }: FormProps & { readonly missing: readonly DischargeCheck[] }) {
  const [shown] = useState(missing);
  const form = useEntryForm({
    command: 'discharge',
    initial: { 'override.reason': '' },
    // What came up since the form was opened the physician has not seen.
    read: (typed) => ({ override: { reason: typed['override.reason'], missing: shown.map(({ id }) => id) } }),
    says: { 'override.reason': 'A discharge against the criteria needs a reason.' },
    onDone: onClose,
  });
  return (
    <FormDialog title="Discharge against the criteria" submitLabel="Discharge with this reason" timed {...{ form, onClose }}>
      <ul className={styles.missing}>
        {shown.map(({ id, label, why }) => (
          <li key={id}>{why ?? label}</li>
        ))}
      </ul>
      <TextField label="Why the patient goes home all the same" {...form.field('override.reason')} />
    </FormDialog>
  );
}

/** A signature: the password again. The nurse signs what was charted, the physician what was reviewed. */
export function SignForm({ meaning, onClose }: FormProps & { readonly meaning: 'charted' | 'reviewed' }) {
  const { me } = useVisit();
  const form = useEntryForm({
    command: 'sign-record',
    initial: { password: '' },
    read: (typed) => ({ ...typed, meaning }),
    says: { password: 'Type your password.' },
    refusals: { 'wrong-password': 'password' },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={meaning === 'charted' ? 'Sign record' : 'Review and sign'}
      submitLabel={meaning === 'charted' ? 'Sign as charted' : 'Sign as reviewed'}
      {...{ form, onClose }}
    >
      <p>
        {meaning === 'charted' ? 'What I entered is true and complete.' : 'I have reviewed this record.'} Later changes are
        addenda and stay in sight.
      </p>
      <TextField label={`Password of ${me.name}`} {...form.field('password')} type="password" autoComplete="current-password" />
    </FormDialog>
  );
}

import { useState } from 'react';
import { baysInOrder } from '../../../../shared/clinic/state.ts';
import { heldBay } from '../../../../shared/session/occupancy.ts';
import { useClinicData } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import styles from './ending-forms.module.css';
import { TextField } from './fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { FormProps } from './infusion-forms.tsx';
import { entryOf, touched, useSubmission } from './submission.ts';

type ReasonCommand = 'abort-session' | 'cancel-session';

/** Ends the visit for a reason: aborted when the patient is here, cancelled before any drug was given. */
export function ReasonForm({
  command,
  title,
  submitLabel,
  onClose,
}: FormProps & { readonly command: ReasonCommand; readonly title: string; readonly submitLabel: string }) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (reason.trim() === '') return setFault('A reason is needed.');
    if ((await submission.send([entryOf(session.patientId, touch, command, { reason: reason.trim() })])) === 1) onClose();
  };
  return (
    <FormDialog
      {...{ title, submitLabel, submission, touch, fault, onClose }}
      dirty={reason !== ''}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <TextField label="Why" value={reason} onChange={setReason} maxLength={1000} autoFocus />
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
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (reason.trim() === '') return setFault('An override needs a reason.');
    if ((await submission.send([entryOf(session.patientId, touch, 'override-check', { item, reason: reason.trim() })])) === 1)
      onClose();
  };
  return (
    <FormDialog
      title="Override"
      submitLabel="Override this check"
      dirty={reason !== ''}
      {...{ submission, fault, onClose }}
      onSubmit={() => void save()}
    >
      <p>
        <b>{label}</b>
        {why === undefined ? '' : `: ${why}`}
      </p>
      <TextField label="Why it may go on" value={reason} onChange={setReason} maxLength={1000} autoFocus />
    </FormDialog>
  );
}

/** A bay of the recovery room; taken ones say so and can't be chosen. */
export function BayForm({ onClose }: FormProps) {
  const { session, clinic } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [bayId, setBayId] = useState<string>();
  const [fault, setFault] = useState<string>();
  const sessions = useClinicData((data) => data.sessions);
  const taken = new Set([...sessions.values()].flatMap((other) => heldBay(other) ?? []));
  const save = async () => {
    if (bayId === undefined) return setFault('Choose a bay.');
    if ((await submission.send([entryOf(session.patientId, touch, 'move-to-recovery', { bayId })])) === 1) onClose();
  };
  const label = bayId === undefined ? undefined : clinic.bays.get(bayId)?.label;
  return (
    <FormDialog
      title={session.phase === 'recovering' ? 'Change bay' : 'Move to recovery'}
      submitLabel={label === undefined ? 'Choose a bay' : `Move to ${label}`}
      dirty={bayId !== undefined}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <fieldset className={styles.places}>
        <legend className="vh">Bay</legend>
        {baysInOrder(clinic).map((bay) => (
          <button
            key={bay.id}
            type="button"
            aria-pressed={bayId === bay.id}
            disabled={taken.has(bay.id)}
            onClick={() => setBayId(bay.id)}
          >
            <b>{bay.label}</b>
            <span>{taken.has(bay.id) ? 'taken' : 'free'}</span>
          </button>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** Against the criteria: a physician, with a reason. What is missing stands above the field and is kept in the record. */
export function DischargeOverrideForm({ missing, onClose }: FormProps & { readonly missing: readonly string[] }) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (reason.trim() === '') return setFault('A discharge against the criteria needs a reason.');
    const entry = entryOf(session.patientId, touch, 'discharge', { override: { reason: reason.trim() } });
    if ((await submission.send([entry])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Discharge against the criteria"
      submitLabel="Discharge with this reason"
      dirty={reason !== ''}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <ul className={styles.missing}>
        {missing.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <TextField label="Why the patient goes home all the same" value={reason} onChange={setReason} maxLength={1000} autoFocus />
    </FormDialog>
  );
}

/** A signature: the password again. The nurse signs what was charted, the physician what was reviewed. */
export function SignForm({ meaning, onClose }: FormProps & { readonly meaning: 'charted' | 'reviewed' }) {
  const { session, me } = useVisit();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (password === '') return setFault('Type your password.');
    setFault(undefined);
    if ((await submission.send([entryOf(session.patientId, touch, 'sign-record', { meaning, password })])) === 1) onClose();
  };
  return (
    <FormDialog
      title={meaning === 'charted' ? 'Sign record' : 'Review and sign'}
      submitLabel={meaning === 'charted' ? 'Sign as charted' : 'Sign as reviewed'}
      dirty={password !== ''}
      {...{ submission, fault, onClose }}
      onSubmit={() => void save()}
    >
      <p>
        {meaning === 'charted' ? 'What I entered is true and complete.' : 'I have reviewed this record.'} Later changes are
        addenda and stay in sight.
      </p>
      <TextField
        label={`Password of ${me.name}`}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
    </FormDialog>
  );
}

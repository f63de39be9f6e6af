import { useState } from 'react';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { entryText } from '../../../../shared/views/timeline.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { correctedData, partsOf } from './corrected-data.ts';
import { NumberField, TextField } from './fields.tsx';
import styles from './form-dialog.module.css';
import { FormDialog } from './form-dialog.tsx';
import type { FormProps } from './infusion-forms.tsx';
import { entryOf, touched, useSubmission } from './submission.ts';

type ChangeProps = FormProps & { readonly entry: AnyEntry };

/** A correction: fields start empty, the old value stands beside, and both stay in the timeline. */
export function CorrectForm({ entry, onClose }: ChangeProps) {
  const { session, clinic } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const dirty = reason !== '' || Object.values(typed).some((text) => text !== '');
  const save = async () => {
    const corrected = correctedData(entry, typed);
    if ('fault' in corrected) return setFault(corrected.fault);
    if (Object.values(typed).every((text) => text.trim() === '')) return setFault('Nothing was changed.');
    if (reason.trim() === '') return setFault('Say why it is corrected.');
    setFault(undefined);
    const data = { eventId: entry.eventId, data: corrected.data, reason: reason.trim() };
    if ((await submission.send([entryOf(session.patientId, touch, 'correct-entry', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Correct"
      submitLabel="Save correction"
      {...{ submission, fault, dirty, onClose }}
      onSubmit={() => void save()}
    >
      <p>
        {time(entry.happenedAt)} {entryText(entry, clinic, session)}
      </p>
      <div className={partsOf(entry).some(({ text }) => text) ? styles.texts : styles.pair}>
        {partsOf(entry).map((part, index) =>
          part.text ? (
            <TextField
              key={part.key}
              label={part.label}
              hint={`now: ${part.now}`}
              long={part.key === 'text'}
              value={typed[part.key] ?? ''}
              onChange={(value) => setTyped({ ...typed, [part.key]: value })}
            />
          ) : (
            <NumberField
              key={part.key}
              label={part.label}
              unit={part.unit}
              hint={`now ${part.now}`}
              value={typed[part.key] ?? ''}
              onChange={(value) => setTyped({ ...typed, [part.key]: value })}
              autoFocus={index === 0}
            />
          ),
        )}
      </div>
      <p>A field left empty stays as it is.</p>
      <TextField label="Why it is corrected" value={reason} onChange={setReason} maxLength={1000} />
    </FormDialog>
  );
}

/** Taken back whole, with a reason; it stays in sight, struck through. */
export function StrikeForm({ entry, onClose }: ChangeProps) {
  const { session, clinic } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (reason.trim() === '') return setFault('Say why it is struck.');
    const data = { eventId: entry.eventId, reason: reason.trim() };
    if ((await submission.send([entryOf(session.patientId, touch, 'strike-entry', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Strike"
      submitLabel="Strike entry"
      dirty={reason !== ''}
      {...{ submission, fault, onClose }}
      onSubmit={() => void save()}
    >
      <p>
        {time(entry.happenedAt)} {entryText(entry, clinic, session)}
      </p>
      <TextField label="Why it is struck" value={reason} onChange={setReason} maxLength={1000} autoFocus />
    </FormDialog>
  );
}

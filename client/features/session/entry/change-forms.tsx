import { useState } from 'react';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { entryText } from '../../../../shared/views/timeline.ts';
import { SCALES, type Scale, SIGN_NAMES, SIGNS, type Sign } from '../../../../shared/vitals/signs.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { NumberField, parseNumber, TextField } from './fields.tsx';
import styles from './form-dialog.module.css';
import { FormDialog } from './form-dialog.tsx';
import type { FormProps } from './infusion-forms.tsx';
import { entryOf, touched, useSubmission } from './submission.ts';

type ChangeProps = FormProps & { readonly entry: AnyEntry };

/** One field of an entry that can be corrected, with what it says now. */
interface Part {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly now: string;
  readonly text: boolean;
}

const TEXT_PARTS: Readonly<Record<string, string>> = {
  text: 'Text',
  reason: 'Why',
  action: 'What was done',
  kind: 'Symptom',
  drug: 'Medicine',
};
const NUMBER_PARTS: Readonly<Record<string, readonly [label: string, unit: string]>> = {
  weightKg: ['Weight', 'kg'],
  rateMlPerHour: ['Rate', 'mL/h'],
  doseMg: ['Dose', 'mg'],
  dose: ['Dose', ''],
  severity: ['Severity', 'of 4'],
};

/** What of an entry a person can correct: its numbers and its words. */
export function partsOf(entry: AnyEntry): Part[] {
  const order = (key: string) => [...SIGN_NAMES, ...Object.keys(SCALES)].indexOf(key);
  const fields = Object.entries(entry.data).toSorted(([a], [b]) => order(a) - order(b));
  return fields.flatMap(([key, value]): Part[] => {
    if (typeof value === 'string' && key in TEXT_PARTS)
      return [{ key, label: TEXT_PARTS[key] ?? key, unit: '', now: value, text: true }];
    if (typeof value !== 'number') return [];
    if (SIGN_NAMES.some((sign) => sign === key)) return [{ key, ...SIGNS[key as Sign], now: String(value), text: false }];
    if (key in SCALES) return [{ key, ...SCALES[key as Scale], now: String(value), text: false }];
    const named = NUMBER_PARTS[key];
    return named === undefined ? [] : [{ key, label: named[0], unit: named[1], now: String(value), text: false }];
  });
}

/** The whole new data: what was typed replaces, everything else stays. A sentence instead when a number is none. */
export function correctedData(
  entry: AnyEntry,
  typed: Readonly<Record<string, string>>,
): { readonly data: Record<string, unknown> } | { readonly fault: string } {
  const data: Record<string, unknown> = { ...entry.data };
  // The total follows from the rows; the server works it out again.
  delete data.total;
  for (const part of partsOf(entry)) {
    const text = (typed[part.key] ?? '').trim();
    if (text === '') continue;
    const number = part.key === 'rass' && /^-\d$/.test(text) ? Number(text) : parseNumber(text);
    if (!part.text && number === undefined) return { fault: `${part.label} must be a number.` };
    data[part.key] = part.text ? text : number;
  }
  return { data };
}

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
        {time(entry.happenedAt)} {entryText(entry, clinic)}
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
        {time(entry.happenedAt)} {entryText(entry, clinic)}
      </p>
      <TextField label="Why it is struck" value={reason} onChange={setReason} maxLength={1000} autoFocus />
    </FormDialog>
  );
}

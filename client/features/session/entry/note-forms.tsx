import { useState } from 'react';
import { quickEventsOf } from '../../../../shared/clinic/quick-events.ts';
import { sameMedicationOf } from '../../../../shared/dosing/doses.ts';
import { numberFault, parseNumber } from '../../../components/form/parse-number.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { ConflictSheet } from '../doses/conflict-card.tsx';
import { useVisit } from '../visit.ts';
import fields from './fields.module.css';
import { Choice, NumberField, TextField } from './fields.tsx';
import styles from './form-dialog.module.css';
import { FormDialog } from './form-dialog.tsx';
import type { FormProps } from './infusion-forms.tsx';
import type { Touch } from './moved.ts';
import { entryOf, touched, useSubmission } from './submission.ts';

const SEVERITY = ['none', 'mild', 'moderate', 'significant', 'severe'];
const asOptions = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }));

export function SymptomForm({ onClose }: FormProps) {
  const { session, protocol } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [chosen, setChosen] = useState<string>();
  const [other, setOther] = useState('');
  const [severity, setSeverity] = useState<number>();
  const [action, setAction] = useState('');
  const [fault, setFault] = useState<string>();
  const kind = other.trim() === '' ? chosen : other.trim();
  const save = async () => {
    if (kind === undefined) return setFault('Say which symptom.');
    if (severity === undefined) return setFault('Say how strong it is.');
    const data = { kind, severity, ...(action.trim() === '' ? {} : { action: action.trim() }) };
    if ((await submission.send([entryOf(session.patientId, touch, 'record-symptom', data)])) === 1) onClose();
  };
  const dirty = kind !== undefined || severity !== undefined || action !== '';
  return (
    <FormDialog
      title="Symptom"
      submitLabel="Save symptom"
      {...{ submission, touch, fault, dirty, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <Choice
        label="Symptom"
        options={asOptions(quickEventsOf(protocol, 'symptom').map((event) => event.label))}
        value={other.trim() === '' ? chosen : undefined}
        onChange={setChosen}
      />
      <TextField label="Another symptom" value={other} onChange={setOther} maxLength={80} />
      <div className={fields.field}>
        <span className={fields.label} aria-hidden="true">
          How strong
        </span>
        <Segmented
          label="How strong, 0 none to 4 severe"
          segments={SEVERITY.map((word, value) => ({ value, label: String(value), said: `${value}, ${word}` }))}
          value={severity}
          onChoose={setSeverity}
          onClear={() => setSeverity(undefined)}
        />
        <p>
          {severity === undefined
            ? '0 none · 1 mild · 2 moderate · 3 significant · 4 severe'
            : `${severity} ${SEVERITY[severity]}`}
        </p>
      </div>
      <TextField label="What was done (may stay empty)" value={action} onChange={setAction} maxLength={1000} />
    </FormDialog>
  );
}

const DRUGS = ['Ondansetron', 'Metoclopramide', 'Labetalol', 'Clonidine', 'Lorazepam', 'Midazolam', 'Paracetamol', 'Oxygen'];
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

export function MedicationForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [chosen, setChosen] = useState<string>();
  const [other, setOther] = useState('');
  const [dose, setDose] = useState('');
  const [unit, setUnit] = useState<(typeof UNITS)[number]>();
  const [route, setRoute] = useState<(typeof ROUTES)[number]>();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const drug = other.trim() === '' ? chosen : other.trim();
  const value = parseNumber(dose);
  const save = async (at: Touch) => {
    if (drug === undefined) return setFault('Say which medicine.');
    if (value === undefined || value <= 0 || value > 100_000)
      return setFault(numberFault(dose) ?? 'Dose must be a number above 0, up to 100000.');
    if (unit === undefined) return setFault('Say the unit of the dose.');
    if (route === undefined) return setFault('Say how it was given.');
    if (reason.trim() === '') return setFault('Say why it was given.');
    setFault(undefined);
    const data = { drug, dose: value, unit, route, reason: reason.trim() };
    setTouch(at);
    if ((await submission.send([entryOf(session.patientId, at, 'give-medication', data)])) === 1) onClose();
  };
  const conflict =
    submission.problem?.code === 'same-dose-just-given' && drug !== undefined && value !== undefined && unit !== undefined
      ? sameMedicationOf(session, { drug, dose: value, unit, at: touch.at })
      : undefined;
  const dirty = drug !== undefined || dose !== '' || unit !== undefined || route !== undefined || reason !== '';
  if (conflict !== undefined)
    return (
      <ConflictSheet
        title="Medication"
        recorded={conflict}
        what={`${drug} ${dose.trim()} ${unit}`}
        busy={submission.state !== 'idle'}
        {...{ touch, fault }}
        onDiscard={onClose}
        onAnother={(at) => void save({ ...touched(), at: at.at })}
      />
    );
  return (
    <FormDialog
      title="Medication"
      submitLabel="Save medication"
      {...{ submission, touch, fault, dirty, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save(touch)}
    >
      <Choice label="Medicine" options={asOptions(DRUGS)} value={other.trim() === '' ? chosen : undefined} onChange={setChosen} />
      <TextField label="Another medicine" value={other} onChange={setOther} maxLength={80} />
      <div className={styles.doseRow}>
        <NumberField label="Dose" unit={unit ?? ''} value={dose} onChange={setDose} />
        <Choice label="Unit" options={UNITS.map((name) => ({ value: name, label: name }))} value={unit} onChange={setUnit} />
      </div>
      <Choice
        label="Given"
        options={ROUTES.map((name) => ({ value: name, label: ROUTE_LABELS[name] }))}
        value={route}
        onChange={setRoute}
      />
      <TextField label="Why" value={reason} onChange={setReason} maxLength={1000} />
    </FormDialog>
  );
}

export function NoteForm({ onClose }: FormProps) {
  const { session, protocol, over } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const quick = over || text !== '' ? [] : quickEventsOf(protocol, 'note');
  const send = async (said: string) => {
    if ((await submission.send([entryOf(session.patientId, touch, 'add-note', { text: said })])) === 1) onClose();
  };
  const save = async () => {
    if (text.trim() === '') return setFault('The note is empty.');
    await send(text.trim());
  };
  return (
    <FormDialog
      title={over ? 'Addendum' : 'Note'}
      submitLabel={over ? 'Save addendum' : 'Save note'}
      dirty={text !== ''}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      {quick.length > 0 && (
        <Choice
          label="One tap saves it"
          options={asOptions(quick.map((event) => event.label))}
          value={undefined}
          onChange={(said) => said !== undefined && void send(said)}
        />
      )}
      <TextField label="What was seen or said" long value={text} onChange={setText} maxLength={4000} autoFocus />
    </FormDialog>
  );
}

import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { type ChecklistItem, type Protocol, protocolSchema } from '../../../../shared/clinic/protocol.ts';
import { SIGN_NAMES, SIGNS } from '../../../../shared/session/signs.ts';
import { Button } from '../../../components/button.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useClinicCommand } from '../form/clinic-command.ts';
import formStyles from '../form/form.module.css';
import { SelectField } from '../form/select-field.tsx';
import { useForm } from '../form/use-form.ts';
import settings from '../settings.module.css';
import { LimitsEditor } from './limits-editor.tsx';
import {
  DOSE_ROWS,
  type NumberRow,
  type Questions,
  RECOVERY_ROWS,
  readProtocol,
  sayOf,
  sourceKey,
  typedProtocol,
  VITALS_ROWS,
} from './protocol-fields.ts';
import styles from './protocols.module.css';
import { QuestionsEditor } from './questions-editor.tsx';

interface ProtocolEditorProps {
  /** The newest version: the next one begins as its copy. */
  readonly last: Protocol;
  readonly onClose: () => void;
  readonly onDone: (version: number) => void;
}

/** The next version of a protocol. Nothing changes for visits that are scheduled or running. */
export function ProtocolEditor({ last, onClose, onDone }: ProtocolEditorProps) {
  const change = useClinicCommand();
  const begin: Questions = { required: last.vitals.required, checklist: last.checklist, criteria: last.criteria };
  const [questions, setQuestions] = useState(begin);
  const [begun] = useState(begin);
  const form = useForm<string, typeof protocolSchema>({
    initial: typedProtocol(last),
    read: (typed) => readProtocol(typed, questions, last),
    schema: protocolSchema,
    says: Object.fromEntries(Object.keys(typedProtocol(last)).map((path) => [path, sayOf(path)])),
    fieldOf: (path) => {
      const whole = path.join('.');
      return whole.startsWith('concentrations') || whole.startsWith('doseChoices') ? String(path[0]) : whole;
    },
    send: (data, signal) => change('publish-protocol', data, signal),
    onDone: ({ version }) => onDone(version),
  });
  const dirty = form.dirty || questions !== begun;
  const leaving = useBlocker({ shouldBlockFn: () => dirty, withResolver: true, enableBeforeUnload: () => dirty });
  const [asking, setAsking] = useState(false);
  const next = last.version + 1;
  const leave = () => (dirty ? setAsking(true) : onClose());

  const numbers = (rows: readonly NumberRow[]) =>
    rows.map(({ path, label, unit }) => (
      <TextField
        key={path}
        label={unit === '' ? label : `${label}, ${unit}`}
        {...form.field(path)}
        inputMode="decimal"
        autoComplete="off"
        {...(last.source[sourceKey(path)] === undefined ? {} : { hint: last.source[sourceKey(path)] ?? '' })}
      />
    ));

  return (
    <form ref={form.ref} className={styles.editor} onSubmit={form.submit} noValidate>
      <p className={settings.note}>
        <b>Version {next}</b> counts for visits that are scheduled after it is published. Visits scheduled before, and those that
        run now, keep version {last.version}.
      </p>
      <section className={`${settings.card} ${settings.padded}`} aria-label="Dose">
        <TextField label="Name of the protocol" {...form.field('name')} autoComplete="off" />
        <div className={styles.grid}>
          {numbers(DOSE_ROWS)}
          <TextField label="Strengths to choose from, mg/mL" {...form.field('concentrationsMgPerMl')} autoComplete="off" />
          <TextField label="Fixed doses to choose from, mg" {...form.field('doseChoicesMg')} autoComplete="off" />
        </div>
      </section>
      <section className={`${settings.card} ${settings.padded}`} aria-label="Vital signs">
        <h2>Vital signs</h2>
        <div className={styles.grid}>{numbers(VITALS_ROWS)}</div>
        <fieldset className={styles.signs}>
          <legend>A reading holds</legend>
          {SIGN_NAMES.map((sign) => (
            <label key={sign} className={formStyles.check}>
              <input
                type="checkbox"
                checked={questions.required.includes(sign)}
                onChange={({ target }) =>
                  setQuestions({
                    ...questions,
                    required: SIGN_NAMES.filter((one) => (one === sign ? target.checked : questions.required.includes(one))),
                  })
                }
              />
              {SIGNS[sign].label}
            </label>
          ))}
        </fieldset>
      </section>
      <section className={`${settings.card} ${settings.padded}`} aria-label="Recovery">
        <h2>Recovery</h2>
        <div className={styles.grid}>
          {numbers(RECOVERY_ROWS)}
          <SelectField
            label="Score"
            {...form.field('recovery.scale')}
            options={[
              { value: 'padss', label: 'PADSS' },
              { value: 'aldrete', label: 'Aldrete' },
            ]}
          />
          <SelectField
            label="Observation counts from"
            {...form.field('recovery.clockFrom')}
            options={[
              { value: 'end', label: 'the end of the infusion' },
              { value: 'first-dose', label: 'the first dose' },
              { value: 'last-dose', label: 'the last dose' },
            ]}
          />
        </div>
      </section>
      <section className={`${settings.card} ${settings.padded}`} aria-label="Quick events">
        <h2>Quick events</h2>
        <p className={settings.note}>What is said often at the chair, with a semicolon between two.</p>
        <TextField label="Symptoms" {...form.field('quickEvents.symptom')} autoComplete="off" />
        <TextField label="Notes" {...form.field('quickEvents.note')} autoComplete="off" />
      </section>
      <LimitsEditor form={form} />
      <QuestionsEditor
        title="Checklist before the start"
        add="Add a check"
        questions={questions.checklist}
        onChange={(checklist) => setQuestions({ ...questions, checklist })}
        make={(id): ChecklistItem => ({ id, label: '', hard: true, expected: 'yes', mayNotApply: false })}
        more={(item, put) => <ChecklistMore item={item} onChange={put} />}
      />
      <QuestionsEditor
        title="To go home"
        add="Add a criterion"
        questions={questions.criteria}
        onChange={(criteria) => setQuestions({ ...questions, criteria })}
        make={(id) => ({ id, label: '' })}
      />
      {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
      <div className={styles.foot}>
        <Button onClick={leave}>Leave version {last.version} as it is</Button>
        <Button type="submit" look="primary" busy={form.busy} disabled={!dirty}>
          {form.busy ? 'Publishing …' : `Publish version ${next}`}
        </Button>
      </div>
      {(asking || leaving.status === 'blocked') && (
        <Sheet title="Throw away what you changed?" open onClose={() => (asking ? setAsking(false) : leaving.reset?.())}>
          <p>Version {next} is not published yet.</p>
          <div className={formStyles.actions}>
            <Button look="primary" onClick={() => (asking ? setAsking(false) : leaving.reset?.())}>
              Keep on
            </Button>
            <Button onClick={() => (asking ? onClose() : leaving.proceed?.())}>Throw away</Button>
          </div>
        </Sheet>
      )}
    </form>
  );
}

function ChecklistMore({ item, onChange }: { readonly item: ChecklistItem; readonly onChange: (item: ChecklistItem) => void }) {
  return (
    <span className={settings.row}>
      <select
        className={styles.wants}
        aria-label={`Wanted answer: ${item.label}`}
        value={item.expected}
        onChange={(event) => onChange({ ...item, expected: event.target.value === 'no' ? 'no' : 'yes' })}
      >
        <option value="yes">wants yes</option>
        <option value="no">wants no</option>
      </select>
      <label className={formStyles.check}>
        <input
          type="checkbox"
          checked={item.mayNotApply}
          onChange={({ target }) => onChange({ ...item, mayNotApply: target.checked })}
        />
        may not apply
      </label>
      <label className={formStyles.check}>
        <input type="checkbox" checked={item.hard} onChange={({ target }) => onChange({ ...item, hard: target.checked })} />
        blocks
      </label>
    </span>
  );
}

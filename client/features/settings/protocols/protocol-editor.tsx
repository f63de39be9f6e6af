import { type ReactNode, useState } from 'react';
import { CONDITIONS } from '../../../../shared/clinic/conditions.ts';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { SIGN_NAMES, SIGNS } from '../../../../shared/session/signs.ts';
import { Button } from '../../../components/button.tsx';
import { FormBody } from '../../../components/form/form-body.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { ThrowAwayQuestion } from '../../../components/form/throw-away-question.tsx';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import settings from '../settings.module.css';
import { CheckList } from './check-list.tsx';
import { ChecklistEditor } from './checklist-editor.tsx';
import { LimitsEditor } from './limits-editor.tsx';
import { NumberRows } from './number-rows.tsx';
import { DOSE_ROWS, RECOVERY_ROWS, VITALS_ROWS, WATCH_ROWS } from './protocol-fields.ts';
import styles from './protocols.module.css';
import { QuestionsEditor } from './questions-editor.tsx';
import { useProtocolForm } from './use-protocol-form.ts';

interface ProtocolEditorProps {
  /** The newest version: the next one begins as its copy. */
  readonly last: Protocol;
  readonly onClose: () => void;
  readonly onDone: (version: number) => void;
}

/** The next version of a protocol. Nothing changes for visits that are scheduled or running. */
export function ProtocolEditor({ last, onClose, onDone }: ProtocolEditorProps) {
  const { form, questions, formats, put } = useProtocolForm(last, onDone);
  const [asking, setAsking] = useState(false);
  const { source } = last;
  const next = last.version + 1;
  return (
    <FormBody form={form} className={styles.editor}>
      <p className={settings.note}>
        <b>Version {next}</b> counts for visits that are scheduled after it is published. Visits scheduled before, and those that
        run now, keep version {last.version}.
      </p>
      <Part label="Dose">
        <TextField label="Name of the protocol" {...form.field('name')} />
        <div className={styles.grid}>
          <NumberRows {...{ form, source }} rows={DOSE_ROWS} />
          <TextField label="Strengths to choose from, mg/mL" {...form.field('concentrationsMgPerMl')} />
          <TextField label="Fixed doses to choose from, mg" {...form.field('doseChoicesMg')} />
        </div>
      </Part>
      <Part label="Vital signs" title>
        <div className={styles.grid}>
          <NumberRows {...{ form, source }} rows={VITALS_ROWS} />
          <TextField
            label="Not to be missed, minutes after the first dose"
            {...form.field('vitals.fixed')}
            hint={source['vitals.fixed']}
          />
          <TextField
            label="Again after a medicine for blood pressure, minutes"
            {...form.field('vitals.recheckMin')}
            hint={source['vitals.recheckMin']}
          />
        </div>
        <CheckList
          legend="A reading holds"
          options={SIGN_OPTIONS}
          value={questions.required}
          onChange={(required) => put({ required })}
        />
      </Part>
      <Part label="Whom to look at twice" title>
        <p className={settings.note}>Marked beside the name, as minors always are.</p>
        <div className={styles.grid}>
          <NumberRows {...{ form, source }} rows={WATCH_ROWS} />
        </div>
        <CheckList
          legend="Conditions"
          options={CONDITION_OPTIONS}
          value={questions.watched}
          onChange={(watched) => put({ watched })}
        />
      </Part>
      <Part label="Recovery" title>
        <div className={styles.grid}>
          <NumberRows {...{ form, source }} rows={RECOVERY_ROWS} />
          <SelectField label="Score" {...form.field('recovery.scale')} options={SCORES} />
          <SelectField label="Observation counts from" {...form.field('recovery.clockFrom')} options={CLOCKS} />
        </div>
      </Part>
      <Part label="Quick events" title>
        <p className={settings.note}>What is said often at the chair, with a semicolon between two.</p>
        <TextField label="Symptoms" {...form.field('quickEvents.symptom')} />
        <TextField label="Notes" {...form.field('quickEvents.note')} />
        <TextField
          label="Medicines that a nurse gives without an order of their own"
          {...form.field('medicines')}
          hint={source.medicines}
        />
      </Part>
      <LimitsEditor {...{ form, formats }} />
      <ChecklistEditor checklist={questions.checklist} onChange={(checklist) => put({ checklist })} />
      <QuestionsEditor
        title="To go home"
        add="Add a criterion"
        questions={questions.criteria}
        onChange={(criteria) => put({ criteria })}
        make={(id) => ({ id, label: '' })}
      />
      {form.problem !== undefined && <ProblemMessage problem={form.problem} />}
      <div className={styles.foot}>
        <Button onClick={() => (form.dirty ? setAsking(true) : onClose())}>Leave version {last.version} as it is</Button>
        <Button type="submit" look="primary" busy={form.busy} disabled={!form.dirty}>
          {form.busy ? 'Publishing …' : `Publish version ${next}`}
        </Button>
      </div>
      {asking && (
        <ThrowAwayQuestion title="Discard what you changed?" onKeep={() => setAsking(false)} onThrowAway={onClose}>
          Version {next} is not published yet.
        </ThrowAwayQuestion>
      )}
    </FormBody>
  );
}

const SIGN_OPTIONS = SIGN_NAMES.map((value) => ({ value, label: SIGNS[value].label }));
const CONDITION_OPTIONS = CONDITIONS.map(({ id, label }) => ({ value: id, label }));
const SCORES = [
  { value: 'padss', label: 'PADSS' },
  { value: 'aldrete', label: 'Aldrete' },
];
const CLOCKS = [
  { value: 'end', label: 'the end of the infusion' },
  { value: 'first-dose', label: 'the first dose' },
  { value: 'last-dose', label: 'the last dose' },
];

interface PartProps {
  readonly label: string;
  /** Whether the label also stands above it. */
  readonly title?: boolean;
  readonly children: ReactNode;
}

function Part({ label, title = false, children }: PartProps) {
  return (
    <section className={`${settings.card} ${settings.padded}`} aria-label={label}>
      {title && <h2>{label}</h2>}
      {children}
    </section>
  );
}

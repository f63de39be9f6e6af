import { useEffect, useState } from 'react';
import { allergiesText } from '../../../../shared/clinic/allergies.ts';
import type { ChecklistItem } from '../../../../shared/clinic/protocol.ts';
import { ALLERGIES_ITEM } from '../../../../shared/deciding/allergies.ts';
import { isSaidAtCheckIn, type ReadyCheck, readyChecks } from '../../../../shared/deciding/readiness.ts';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { Button } from '../../../components/button.tsx';
import { Choice } from '../../../components/form/choice.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { useMoment } from '../../../live/use-moment.ts';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { AllergiesForm } from '../identity/allergies-form.tsx';
import { useVisit } from '../visit.ts';
import own from './checklist-panel.module.css';
import { OverrideRow } from './override-row.tsx';
import styles from './precheck.module.css';

type Answer = CommandData<'answer-checklist'>['answer'];

/** The protocol's questions, one tap each. A wrong answer says at once that it blocks the start. */
export function ChecklistPanel({ onDone }: { readonly onDone: () => void }) {
  const { session, protocol, results, patient } = useVisit();
  const minute = useMoment(session, 60_000);
  const checks = readyChecks(session, protocol, minute, results, patient.allergies);
  const open = protocol.checklist.filter(({ id }) => checks.find((check) => check.id === id)?.state === 'missing').length;
  return (
    <div className={styles.form}>
      <div className={own.panelHead}>
        <h2>Checklist</h2>
        <span className={styles.hint}>{open === 0 ? 'all answered' : `${open} open`}</span>
      </div>
      <ul className={own.items}>
        {protocol.checklist.map((item) => (
          <Item key={item.id} item={item} check={checks.find(({ id }) => id === item.id)} />
        ))}
      </ul>
      {open === 0 && (
        <div className={styles.submit}>
          <Button size="large" look="primary" onClick={onDone}>
            Go on
          </Button>
        </div>
      )}
    </div>
  );
}

function Item({ item, check }: { readonly item: ChecklistItem; readonly check: ReadyCheck | undefined }) {
  const { session, patient } = useVisit();
  const [asking, setAsking] = useState(false);
  const [further, setFurther] = useState<'yes' | 'not-applicable'>();
  const asked = further === undefined ? undefined : item.asks?.[further];
  const isAllergies = item.id === ALLERGIES_ITEM;
  const [said, setSaid] = useState(false);
  const isRecorded = patient.allergies !== undefined;
  const submission = useSubmission();
  const [sending, setSending] = useState<Answer>();
  const answered = entriesOf(session, 'checklist-answered').findLast(({ data }) => data.item === item.id)?.data.answer;
  const fromCheckIn = answered === undefined && isSaidAtCheckIn(session, item.id);
  const recorded = answered ?? (fromCheckIn ? 'yes' : undefined);
  const answer = async (value: Answer, note?: string) => {
    setFurther(undefined);
    setSending(value);
    const said = { item: item.id, answer: value, ...(note === undefined ? {} : { note }) };
    await submission.send([entryOf(session.patientId, touched(), 'answer-checklist', said)]);
    setSending(undefined);
  };
  // What was said of allergies comes back over the link; from then on the question is answered by it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the record is there
  useEffect(() => {
    if (!said || !isRecorded) return;
    setSaid(false);
    void answer('yes');
  }, [said, isRecorded]);
  return (
    <li className={styles.item}>
      <span className={own.question}>
        {item.label}
        {fromCheckIn && <small className={own.recorded}>said at the check-in</small>}
        {isAllergies && <small className={own.recorded}>{allergiesText(patient.allergies)}</small>}
      </span>
      <Segmented<Answer>
        label={item.label}
        segments={[
          { value: 'yes', label: 'Yes', said: `Yes: ${item.label}` },
          { value: 'no', label: 'No', said: `No: ${item.label}` },
          ...(item.mayNotApply
            ? [{ value: 'not-applicable' as const, label: 'n/a', said: `Not applicable: ${item.label}` }]
            : []),
        ]}
        value={sending ?? further ?? recorded}
        disabled={sending !== undefined}
        onChoose={(value) => {
          // "Asked" without saying which or none is no answer.
          if (isAllergies && value === 'yes' && !isRecorded) setAsking(true);
          else if (value !== 'no' && item.asks?.[value] !== undefined && value !== recorded) setFurther(value);
          else if (value !== recorded) void answer(value);
        }}
      />
      <Said submission={submission} />
      {further !== undefined && asked !== undefined && <Further asked={asked} onSay={(note) => void answer(further, note)} />}
      {asking && <AllergiesForm onClose={() => setAsking(false)} onDone={() => setSaid(true)} />}
      {check?.state === 'failed' && <OverrideRow check={check} />}
      {check?.state === 'overridden' && <p className={styles.hint}>overridden by a physician</p>}
    </li>
  );
}

/** What an answer wants said further: one tap, or words. */
function Further({
  asked,
  onSay,
}: {
  readonly asked: { readonly label: string; readonly quick: readonly string[] };
  readonly onSay: (note: string) => void;
}) {
  const [words, setWords] = useState('');
  return (
    <div className={own.further}>
      <Choice
        label={asked.label}
        options={asked.quick.map((one) => ({ value: one, label: one }))}
        value={undefined}
        onChange={(one) => one !== undefined && onSay(one)}
      />
      <div className={own.words}>
        <TextField label="In other words" value={words} onChange={setWords} maxLength={200} />
        <Button disabled={words.trim() === ''} onClick={() => onSay(words.trim())}>
          Save
        </Button>
      </div>
    </div>
  );
}

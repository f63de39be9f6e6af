import { useState } from 'react';
import type { Outcome } from '../../../../shared/clinic/records.ts';
import { type OutcomeScale, validateOutcome } from '../../../../shared/scores/outcome-scale.ts';
import { OUTCOME_SCALES, type OutcomeScaleId } from '../../../../shared/scores/outcome-scales.ts';
import { changeText, lineOf } from '../../../../shared/views/outcomes.ts';
import { parseNumber } from '../../../components/form/parse-number.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { newId } from '../../../live/new-id.ts';
import { Choice, NumberField } from '../entry/fields.tsx';
import { FormDialog } from '../entry/form-dialog.tsx';
import type { FormProps } from '../entry/infusion-forms.tsx';
import { touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { ItemRows } from './item-rows.tsx';
import styles from './scales.module.css';

const IDS = Object.keys(OUTCOME_SCALES) as OutcomeScaleId[];
/** Where an item alerts, items come first: a total alone leaves it unknown. */
const itemsFirst = (scale: OutcomeScale) => scale.alert !== undefined;

/** A result entered for this visit: the total, or its items where they may be kept. Band, change and alert stand there before it is saved. */
export function OutcomeForm({
  outcomes,
  complete,
  onClose,
}: FormProps & { readonly outcomes: readonly Outcome[]; readonly complete: boolean }) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [outcomeId] = useState(() => newId());
  const [id, setId] = useState<OutcomeScaleId>();
  const [byItem, setByItem] = useState(false);
  const [items, setItems] = useState<readonly (number | undefined)[]>([]);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const scale: OutcomeScale | undefined = id === undefined ? undefined : OUTCOME_SCALES[id];
  const result = scale === undefined ? undefined : resultOf(scale, byItem, items, typed);
  const choose = (next: OutcomeScaleId | undefined) => {
    setId(next);
    setFault(undefined);
    setTyped('');
    const chosen: OutcomeScale | undefined = next === undefined ? undefined : OUTCOME_SCALES[next];
    setByItem(chosen !== undefined && chosen.items !== undefined && itemsFirst(chosen));
    setItems(Array.from({ length: chosen?.items?.count ?? 0 }, () => undefined));
  };
  const save = async () => {
    if (id === undefined || scale === undefined) return setFault('Choose the scale.');
    if (result === undefined)
      return setFault(byItem ? 'Every item has to be answered.' : `Type the total, ${scale.min} to ${scale.max}.`);
    const wrong = validateOutcome(scale, result.total, result.items);
    setFault(wrong === undefined ? undefined : `${wrong}.`);
    if (wrong !== undefined) return;
    const { patientId, id: sessionId } = session;
    const data = { id: outcomeId, patientId, sessionId, scale: id, takenAt: touch.at, ...result };
    if ((await submission.send([{ id: touch.id, type: 'record-outcome', at: touch.at, data }])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Outcome scale"
      submitLabel={scale === undefined || result === undefined ? 'Save result' : `Save ${scale.label} ${result.total}`}
      dirty={typed !== '' || items.some((item) => item !== undefined)}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <Choice
        label="Scale"
        options={IDS.map((value) => ({ value, label: OUTCOME_SCALES[value].label }))}
        value={id}
        onChange={choose}
      />
      {scale?.items !== undefined && (
        <Segmented
          label="What is entered"
          segments={[
            { value: 'items', label: 'Item by item' },
            { value: 'total', label: 'Total only' },
          ]}
          value={byItem ? 'items' : 'total'}
          onChoose={(how) => setByItem(how === 'items')}
        />
      )}
      {scale !== undefined && byItem && <Items scale={scale} items={items} onChange={setItems} />}
      {scale !== undefined && !byItem && (
        <NumberField label={`${scale.label} total`} unit={`of ${scale.max}`} value={typed} onChange={setTyped} />
      )}
      {id !== undefined &&
        scale !== undefined &&
        result !== undefined &&
        validateOutcome(scale, result.total, result.items) === undefined && (
          <Preview id={id} result={result} {...{ outcomes, complete }} takenAt={touch.at} />
        )}
    </FormDialog>
  );
}

interface Result {
  readonly total: number;
  readonly items?: number[];
}

function resultOf(
  scale: OutcomeScale,
  byItem: boolean,
  items: readonly (number | undefined)[],
  typed: string,
): Result | undefined {
  if (!byItem) {
    const total = parseNumber(typed);
    return total === undefined ? undefined : { total };
  }
  const answered = items.filter((item) => item !== undefined);
  if (answered.length < items.length) return undefined;
  return { total: scale.totalOf?.(answered) ?? answered.reduce((sum, item) => sum + item, 0), items: answered };
}

const RISK = ['Ideation 1', 'Ideation 2', 'Ideation 3', 'Ideation 4', 'Ideation 5', 'Behaviour within 3 months'];

/** Numbers of the items only: their texts are on the sheet that the patient filled in. */
function Items({
  scale,
  items,
  onChange,
}: {
  readonly scale: OutcomeScale;
  readonly items: readonly (number | undefined)[];
  readonly onChange: (items: readonly (number | undefined)[]) => void;
}) {
  const { items: kept } = scale;
  if (kept === undefined) return null;
  const yesNo = kept.max === 1;
  const values = Array.from({ length: kept.max - kept.min + 1 }, (_, step) => {
    const value = kept.min + step;
    const word = yesNo ? (value === 1 ? 'Yes' : 'No') : String(value);
    return { value, label: word, said: word };
  });
  return (
    <ItemRows
      rows={yesNo ? RISK : items.map((_, place) => `Item ${place + 1}`)}
      values={values}
      items={items}
      onChange={onChange}
    />
  );
}

/** What this result says, before it is saved. */
function Preview({
  id,
  result,
  outcomes,
  complete,
  takenAt,
}: {
  readonly id: OutcomeScaleId;
  readonly result: Result;
  readonly outcomes: readonly Outcome[];
  readonly complete: boolean;
  readonly takenAt: string;
}) {
  const { session } = useVisit();
  const baseline = outcomes
    .filter(({ scale }) => scale === id)
    .reduce<Outcome | undefined>((first, one) => (first === undefined || one.takenAt < first.takenAt ? one : first), undefined);
  const line = lineOf({ id: '', patientId: session.patientId, scale: id, takenAt, ...result }, baseline);
  return (
    <div role="status">
      <p className={styles.total}>
        {line.label} {line.total} of {line.max}
        {line.band === undefined ? '' : ` · ${line.band}`}
      </p>
      {line.parts !== undefined && <p>{line.parts}</p>}
      {complete ? (
        line.change !== undefined && <p>{changeText(line.change)}</p>
      ) : (
        <p>Change since the first result: not known without the server.</p>
      )}
      {line.alertWords !== undefined && (
        <p className={line.alert === 'alert' ? styles.alert : styles.unknown}>{line.alertWords}</p>
      )}
    </div>
  );
}

import { useState } from 'react';
import { type Outcome, outcomeSchema } from '../../../../shared/clinic/records.ts';
import { type OutcomeScale, validateOutcome } from '../../../../shared/scores/outcome-scale.ts';
import { OUTCOME_SCALES, type OutcomeScaleId } from '../../../../shared/scores/outcome-scales.ts';
import { changeText, lineOf } from '../../../../shared/views/outcomes.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { ButtonsField } from '../../../components/form/field.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberFault, parseNumber } from '../../../components/form/parse-number.ts';
import { useForm } from '../../../components/form/use-form.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { newId } from '../../../live/new-id.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { saveEntries } from '../entry/save-entries.ts';
import { sentOf } from '../entry/submission.ts';
import { type FormProps, useTouch } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import { ItemRows } from './item-rows.tsx';
import styles from './scales.module.css';

const IDS = Object.keys(OUTCOME_SCALES) as OutcomeScaleId[];
const scaleOf = (id: OutcomeScaleId): OutcomeScale => OUTCOME_SCALES[id];

/** A result that also fits its scale. */
const schema = outcomeSchema.superRefine(({ scale, total, items }, context) => {
  const wrong = validateOutcome(OUTCOME_SCALES[scale], total, items);
  if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong, path: ['total'] });
});

interface OutcomeValues {
  readonly scale: OutcomeScaleId | undefined;
  readonly byItem: boolean;
  readonly items: readonly (number | undefined)[];
  readonly total: string;
}

/** Of a scale that was just chosen. Where an item alerts, items come first: a total alone leaves it unknown. */
function beginning(id: OutcomeScaleId | undefined): OutcomeValues {
  const scale = id === undefined ? undefined : scaleOf(id);
  return {
    scale: id,
    byItem: scale?.items !== undefined && scale.alert !== undefined,
    items: Array.from({ length: scale?.items?.count ?? 0 }, () => undefined),
    total: '',
  };
}

/** A result entered for this visit: the total, or its items where they may be kept. Band, change and alert stand there before it is saved. */
export function OutcomeForm({
  outcomes,
  complete,
  scale: asked,
  onClose,
}: FormProps & {
  readonly outcomes: readonly Outcome[];
  readonly complete: boolean;
  /** The scale that is asked for; without it one is chosen. */
  readonly scale?: OutcomeScaleId;
}) {
  const { patientId, id: sessionId } = useVisit().session;
  const { touch, touchRef, setTouch } = useTouch();
  const [outcomeId] = useState(() => newId());
  const form = useForm<OutcomeValues, typeof schema>({
    initial: beginning(asked),
    read: (values) => ({
      ...{ id: outcomeId, patientId, sessionId, scale: values.scale, takenAt: touchRef.current.at },
      ...(resultOf(values) ?? { total: Number.NaN }),
    }),
    schema,
    fieldOf: ([head], { byItem }) => (head === 'total' && byItem ? 'items' : String(head)),
    says: {
      scale: 'Choose the scale.',
      items: 'Every item has to be answered.',
      total: (typed, { scale }) => numberFault(typed) ?? totalWanted(scale),
    },
    send: async (data) => {
      const { id, at } = touchRef.current;
      return sentOf(await saveEntries(sessionId, [{ id, type: 'record-outcome', at, data }]));
    },
    onDone: onClose,
  });
  const { values } = form;
  const scale = values.scale === undefined ? undefined : scaleOf(values.scale);
  const result = resultOf(values);
  const fits = scale !== undefined && result !== undefined && validateOutcome(scale, result.total, result.items) === undefined;
  const items = form.field('items');
  return (
    <FormDialog
      title={asked === undefined ? 'Outcome scale' : OUTCOME_SCALES[asked].label}
      submitLabel={scale === undefined || result === undefined ? 'Save result' : `Save ${scale.label} ${result.total}`}
      form={{ ...form, touch, setTouch }}
      timed
      onClose={onClose}
    >
      {asked === undefined && (
        <Choice<OutcomeScaleId>
          label="Scale"
          options={IDS.map((value) => ({ value, label: OUTCOME_SCALES[value].label }))}
          {...form.field('scale')}
          onChange={(id) => form.set(beginning(id))}
        />
      )}
      {scale?.items !== undefined && (
        <Segmented
          label="What is entered"
          segments={[
            { value: 'items', label: 'Item by item' },
            { value: 'total', label: 'Total only' },
          ]}
          value={values.byItem ? 'items' : 'total'}
          onChoose={(how) => form.set({ byItem: how === 'items' })}
        />
      )}
      {scale !== undefined && values.byItem && (
        <ButtonsField name={items.name} error={items.error}>
          <Items scale={scale} items={items.value} onChange={items.onChange} />
        </ButtonsField>
      )}
      {scale !== undefined && !values.byItem && (
        <NumberField label={`${scale.label} total`} unit={`of ${scale.max}`} {...form.field('total')} />
      )}
      {fits && values.scale !== undefined && (
        <Preview id={values.scale} result={result} {...{ outcomes, complete }} takenAt={touch.at} />
      )}
    </FormDialog>
  );
}

const totalWanted = (id: OutcomeScaleId | undefined) =>
  id === undefined ? 'Choose the scale first.' : `Type the total, ${scaleOf(id).min} to ${scaleOf(id).max}.`;

interface Result {
  readonly total: number;
  readonly items?: number[];
}

function resultOf({ scale, byItem, items, total }: OutcomeValues): Result | undefined {
  if (scale === undefined) return undefined;
  if (!byItem) {
    const typed = parseNumber(total);
    return typed === undefined ? undefined : { total: typed };
  }
  const answered = items.filter((item) => item !== undefined);
  if (answered.length < items.length) return undefined;
  const { totalOf } = scaleOf(scale);
  return { total: totalOf?.(answered) ?? answered.reduce((sum, item) => sum + item, 0), items: answered };
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

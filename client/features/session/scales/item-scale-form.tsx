import { useState } from 'react';
import { type ItemScale, itemsTotal, SCALES } from '../../../../shared/session/scales.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import type { FormProps } from '../entry/infusion-forms.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { ItemRows } from './item-rows.tsx';
import styles from './scales.module.css';

/** The questions of a scale by their numbers. An open one is never a 0: it is saved when all are answered. The texts are on the clinic's own sheet. */
export function ItemScaleForm({ scale, onClose }: FormProps & { readonly scale: ItemScale }) {
  const {
    label,
    max,
    items: { numbers, words },
  } = SCALES[scale];
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [items, setItems] = useState<readonly (number | undefined)[]>(numbers.map(() => undefined));
  const [fault, setFault] = useState<string>();
  const answered = items.filter((item) => item !== undefined);
  const left = items.length - answered.length;
  const total = itemsTotal(scale, answered);
  const save = async () => {
    if (total === undefined) return setFault(left === 1 ? 'One question is open.' : `${left} questions are open.`);
    setFault(undefined);
    const data = { [scale]: [...answered] };
    if ((await submission.send([entryOf(session.patientId, touch, 'record-observation', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title={label}
      submitLabel={total === undefined ? `Save ${label}` : `Save ${label} ${total} of ${max}`}
      dirty={answered.length > 0}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <p>{words.map((word, value) => `${value} ${word}`).join(' · ')}</p>
      <ItemRows
        rows={numbers.map((number) => `Question ${number}`)}
        values={words.map((word, value) => ({ value, label: String(value), said: word }))}
        items={items}
        onChange={setItems}
      />
      <p className={styles.total} role="status">
        {total === undefined ? `${answered.length} of ${items.length} answered` : `Total ${total} of ${max}`}
      </p>
    </FormDialog>
  );
}

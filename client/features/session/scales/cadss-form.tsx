import { useState } from 'react';
import { CADSS6, cadss6Total } from '../../../../shared/scores/cadss6.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import type { FormProps } from '../entry/infusion-forms.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { ItemRows } from './item-rows.tsx';
import styles from './scales.module.css';

const WORDS = ['not at all', 'mildly', 'moderately', 'severely', 'extremely'];

/** Six questions, 0 to 4 each. An open one is never a 0: it is saved when all six are answered. The texts are on the clinic's own sheet. */
export function CadssForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [items, setItems] = useState<readonly (number | undefined)[]>(CADSS6.itemNumbers.map(() => undefined));
  const [fault, setFault] = useState<string>();
  const answered = items.filter((item) => item !== undefined);
  const left = items.length - answered.length;
  const total = cadss6Total(answered);
  const save = async () => {
    if (total === undefined) return setFault(left === 1 ? 'One question is open.' : `${left} questions are open.`);
    setFault(undefined);
    const data = { cadss6: [...answered] };
    if ((await submission.send([entryOf(session.patientId, touch, 'record-observation', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title={CADSS6.label}
      submitLabel={total === undefined ? 'Save CADSS-6' : `Save CADSS-6 ${total} of 24`}
      dirty={answered.length > 0}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <p>{WORDS.map((word, value) => `${value} ${word}`).join(' · ')}</p>
      <ItemRows
        rows={CADSS6.itemNumbers.map((number) => `Question ${number}`)}
        values={WORDS.map((word, value) => ({ value, label: String(value), said: word }))}
        items={items}
        onChange={setItems}
      />
      <p className={styles.total} role="status">
        {total === undefined ? `${answered.length} of ${items.length} answered` : `Total ${total} of 24`}
      </p>
    </FormDialog>
  );
}

import { type ItemScale, itemsTotal, SCALES } from '../../../../shared/session/scales.ts';
import { ButtonsField } from '../../../components/form/field.tsx';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { ItemRows } from './item-rows.tsx';
import styles from './scales.module.css';

interface ItemsValues {
  readonly items: readonly (number | undefined)[];
}

const openOf = (items: ItemsValues['items']) => items.filter((item) => item === undefined).length;

/** The questions of a scale by their numbers. An open one is never a 0: it is saved when all are answered. The texts are on the clinic's own sheet. */
export function ItemScaleForm({ scale, onClose }: FormProps & { readonly scale: ItemScale }) {
  const {
    label,
    max,
    items: { numbers, words },
  } = SCALES[scale];
  const form = useEntryForm<'record-observation', ItemsValues>({
    command: 'record-observation',
    initial: { items: numbers.map(() => undefined) },
    read: ({ items }) => ({ [scale]: items }),
    fieldOf: () => 'items',
    says: { items: (items) => (openOf(items) === 1 ? 'One question is open.' : `${openOf(items)} questions are open.`) },
    onDone: onClose,
  });
  const { name, value: items, error, onChange } = form.field('items');
  const answered = items.filter((item) => item !== undefined);
  const total = itemsTotal(scale, answered);
  return (
    <FormDialog
      title={label}
      submitLabel={total === undefined ? `Save ${label}` : `Save ${label} ${total} of ${max}`}
      timed
      {...{ form, onClose }}
    >
      <p>{words.map((word, value) => `${value} ${word}`).join(' · ')}</p>
      <ButtonsField {...{ name, error }}>
        <ItemRows
          rows={numbers.map((number) => `Question ${number}`)}
          values={words.map((word, value) => ({ value, label: String(value), said: word }))}
          {...{ items, onChange }}
        />
      </ButtonsField>
      <p className={styles.total} role="status">
        {total === undefined ? `${answered.length} of ${items.length} answered` : `Total ${total} of ${max}`}
      </p>
    </FormDialog>
  );
}

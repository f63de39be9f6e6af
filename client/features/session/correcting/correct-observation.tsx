import { useState } from 'react';
import type { Observation } from '../../../../shared/session/reading-data.ts';
import {
  anchorOf,
  ITEM_SCALE_NAMES,
  type ItemScale,
  itemsTotal,
  SCALE_NAMES,
  SCALES,
  type Scale,
  signed,
} from '../../../../shared/session/scales.ts';
import type { Entry } from '../../../../shared/session/state.ts';
import { Button } from '../../../components/button.tsx';
import { ButtonsField } from '../../../components/form/field.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import type { FormProps } from '../entry/use-entry-form.ts';
import { ItemRows } from '../scales/item-rows.tsx';
import styles from './correct-observation.module.css';
import { CorrectionDialog, useCorrection } from './correction.tsx';

/** What is said anew of each scale; `null`: taken away. What is not named stays as it was. */
interface Anew {
  readonly scales: Readonly<Partial<Record<Scale, number | null>>>;
  readonly items: Readonly<Partial<Record<ItemScale, readonly (number | undefined)[]>>>;
}

/** Observations in the rows in which they were made: any scale changed, added or taken away. */
export function CorrectObservation({ entry, onClose }: FormProps & { readonly entry: Entry<'observation-recorded'> }) {
  const was = entry.data;
  // A scale of items is an entry of its own.
  const [itemScale] = useState(() => ITEM_SCALE_NAMES.find((name) => was[name] !== undefined));
  const form = useCorrection<Anew>({
    entry,
    initial: { scales: {}, items: {} },
    read: (typed) => observationAnew(was, typed),
    isChanged: ({ scales, items }) => Object.keys(scales).length > 0 || Object.keys(items).length > 0,
    fieldOf: () => (itemScale === undefined ? 'scales' : 'items'),
    says: {
      scales: () => 'Nothing was changed, or nothing would be left: strike the whole entry instead.',
      items: () => 'Nothing was changed, or a question is open.',
    },
    onDone: onClose,
  });
  const scales = form.field('scales');
  const items = form.field('items');
  return (
    <CorrectionDialog {...{ entry, form, onClose }}>
      {itemScale === undefined ? (
        <ButtonsField name={scales.name} error={scales.error}>
          {SCALE_NAMES.map((scale) => (
            <CorrectedScale
              key={scale}
              scale={scale}
              was={was[scale]}
              anew={scales.value[scale]}
              onChange={(value) => {
                const { [scale]: _, ...others } = scales.value;
                scales.onChange(value === undefined ? others : { ...others, [scale]: value });
              }}
            />
          ))}
        </ButtonsField>
      ) : (
        <ButtonsField name={items.name} error={items.error}>
          <CorrectedItems
            scale={itemScale}
            was={was[itemScale] ?? []}
            anew={items.value[itemScale]}
            onChange={(answers) => items.onChange({ [itemScale]: answers })}
          />
        </ButtonsField>
      )}
    </CorrectionDialog>
  );
}

function observationAnew(was: Observation, { scales, items }: Anew): object {
  const said: Record<string, unknown> = { ...was, ...scales, ...items };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));
}

interface CorrectedScaleProps {
  readonly scale: Scale;
  readonly was: number | undefined;
  readonly anew: number | null | undefined;
  readonly onChange: (value: number | null | undefined) => void;
}

/** One scale: what it says now, what it shall say. A second tap takes the new answer back. */
function CorrectedScale({ scale, was, anew, onChange }: CorrectedScaleProps) {
  const row = SCALES[scale];
  const { label, best, anchors } = row;
  const shown = (value: number) => signed(row, value, '−');
  return (
    <div className={styles.scale}>
      <span className={styles.words}>
        <b>{label}</b>
        <span>
          {anew === null ? 'removed' : was === undefined ? 'not observed' : `now ${shown(was)}`}
          {typeof anew === 'number' && ` → ${shown(anew)} ${anchorOf(row, anew)}`}
        </span>
        {was !== undefined && (
          <Button
            aria-label={`${anew === null ? 'Leave it' : 'Remove'}: ${label}`}
            onClick={() => onChange(anew === null ? undefined : null)}
          >
            {anew === null ? 'Leave it' : 'Remove'}
          </Button>
        )}
      </span>
      <Segmented
        label={`${label}, ${best}`}
        segments={anchors.map(({ value, label: means }) => ({
          value,
          label: shown(value),
          said: `${label} ${shown(value)}, ${means}`,
        }))}
        value={anew ?? undefined}
        onChoose={onChange}
        onClear={() => onChange(undefined)}
      />
    </div>
  );
}

interface CorrectedItemsProps {
  readonly scale: ItemScale;
  readonly was: readonly number[];
  readonly anew: readonly (number | undefined)[] | undefined;
  readonly onChange: (items: readonly (number | undefined)[]) => void;
}

/** The questions by their numbers, each with its answer as it stands. */
function CorrectedItems({ scale, was, anew, onChange }: CorrectedItemsProps) {
  const {
    max,
    items: { numbers, words },
  } = SCALES[scale];
  const items = anew ?? was;
  const total = itemsTotal(
    scale,
    items.filter((item) => item !== undefined),
  );
  return (
    <>
      <ItemRows
        rows={numbers.map((number) => `Question ${number}`)}
        values={words.map((word, value) => ({ value, label: String(value), said: word }))}
        {...{ items, onChange }}
      />
      <p role="status">
        now {itemsTotal(scale, was)} of {max}
        {anew !== undefined && total !== undefined && ` → ${total}`}
      </p>
    </>
  );
}

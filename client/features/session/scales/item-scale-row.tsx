import { useState } from 'react';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { type ItemScale, itemsTotal, SCALES } from '../../../../shared/session/scales.ts';
import { toMs } from '../../../../shared/units.ts';
import { ageText } from '../../../components/duration.ts';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import { ItemScaleForm } from './item-scale-form.tsx';
import styles from './scales.module.css';

/** A scale of items among the fields of the pad: the last total with its age, and the way to ask them again. */
export function ItemScaleRow({ scale }: { readonly scale: ItemScale }) {
  const { label, max, askedAtMin } = SCALES[scale];
  const { session } = useVisit();
  const [open, setOpen] = useState(false);
  const last = entriesOf(session, 'observation-recorded').findLast(({ data }) => data[scale] !== undefined);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.happenedAt))));
  const items = last?.data[scale];
  const total = items === undefined ? undefined : itemsTotal(scale, items);
  return (
    <>
      <button type="button" className={styles.itemScale} data-scale={scale} onClick={() => setOpen(true)}>
        <b>Enter {label}</b>
        <span>{total === undefined ? `asked at ${askedAtMin} min · not observed yet` : `last ${total} of ${max} · ${age}`}</span>
      </button>
      {open && <ItemScaleForm scale={scale} onClose={() => setOpen(false)} />}
    </>
  );
}

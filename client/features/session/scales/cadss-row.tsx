import { useState } from 'react';
import { CADSS6, cadss6Total } from '../../../../shared/scores/cadss6.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { toMs } from '../../../../shared/units.ts';
import { ageText } from '../../../components/duration.ts';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import { CadssForm } from './cadss-form.tsx';
import styles from './scales.module.css';

/** CADSS-6 among the fields of the pad: the last total with its age, and the way to ask the six again. */
export function CadssRow() {
  const { session } = useVisit();
  const [open, setOpen] = useState(false);
  const last = entriesOf(session, 'observation-recorded').findLast(({ data }) => data.cadss6 !== undefined);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.happenedAt))));
  const total = last?.data.cadss6 === undefined ? undefined : cadss6Total(last.data.cadss6);
  return (
    <>
      <button type="button" className={styles.cadss} data-scale="cadss6" onClick={() => setOpen(true)}>
        <b>Enter {CADSS6.label}</b>
        <span>
          {total === undefined ? `asked at ${CADSS6.askedAtMin} min · not observed yet` : `last ${total} of 24 · ${age}`}
        </span>
      </button>
      {open && <CadssForm onClose={() => setOpen(false)} />}
    </>
  );
}

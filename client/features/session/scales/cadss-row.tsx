import { useState } from 'react';
import { CADSS6, cadss6Total } from '../../../../shared/scores/cadss6.ts';
import { entriesOf } from '../../../../shared/session/evolve.ts';
import { toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { ageText } from '../../../components/duration.ts';
import { useNow } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import { CadssForm } from './cadss-form.tsx';
import styles from './scales.module.css';

/** CADSS-6 among the scales: the last total with its age, and the way to ask the six again. */
export function CadssRow() {
  const { session } = useVisit();
  const [open, setOpen] = useState(false);
  const last = entriesOf(session, 'observation-recorded').findLast(({ data }) => data.cadss6 !== undefined);
  const age = useNow((now) => (last === undefined ? undefined : ageText(now - toMs(last.happenedAt))));
  const total = last?.data.cadss6 === undefined ? undefined : cadss6Total(last.data.cadss6);
  return (
    <div className={styles.cadss} data-scale="cadss6">
      <span>
        <b>{CADSS6.label}</b>
        <span>
          {total === undefined
            ? `asked at ${CADSS6.askedAtMin} min · not observed yet`
            : `last ${total} of ${CADSS6.itemNumbers.length * CADSS6.itemMax} · ${age}`}
        </span>
      </span>
      <Button onClick={() => setOpen(true)}>Enter CADSS-6</Button>
      {open && <CadssForm onClose={() => setOpen(false)} />}
    </div>
  );
}

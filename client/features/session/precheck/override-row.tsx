import { useState } from 'react';
import type { ReadyCheck } from '../../../../shared/deciding/readiness.ts';
import { Button } from '../../../components/button.tsx';
import { OverrideForm } from '../entry/ending-forms.tsx';
import { useVisit } from '../visit.ts';
import styles from './precheck.module.css';

/** A check that blocks the start: why, and for a physician the way on with a reason. */
export function OverrideRow({ check }: { readonly check: ReadyCheck }) {
  const { me, session } = useVisit();
  const [open, setOpen] = useState(false);
  const mayBe = check.facts !== undefined;
  const may = mayBe && me.role === 'physician' && session.phase === 'checked-in';
  return (
    <div className={styles.blocked}>
      <p>
        <b>Blocks the start.</b> {check.why}
        {mayBe && !may ? '. A physician may override it with a reason.' : ''}
      </p>
      {may && (
        <Button onClick={() => setOpen(true)} aria-label={`Override ${check.label}`}>
          Override
        </Button>
      )}
      {open && <OverrideForm item={check.id} label={check.label} why={check.why} onClose={() => setOpen(false)} />}
    </div>
  );
}

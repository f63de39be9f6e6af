import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { openSuicidality, SUICIDALITY_CHECK, suicidalityFacts } from '../../../../shared/deciding/suicidality.ts';
import { isPresent } from '../../../../shared/session/occupancy.ts';
import { drugOverMs } from '../../../../shared/vitals/due.ts';
import { Button } from '../../../components/button.tsx';
import { OverrideForm } from '../entry/ending-forms.tsx';
import { useOutcomes } from '../scales/use-outcomes.ts';
import { useVisit } from '../visit.ts';
import styles from './risk-strip.module.css';

/** What the patient's newest results say of suicide, in sight in every view of the visit, with what a physician still has to say. */
export function RiskStrip() {
  const { session, me, over } = useVisit();
  // With those that wait on this tablet: what was answered just now is in sight just now.
  const { outcomes: results } = useOutcomes(session.patientId);
  const [open, setOpen] = useState(false);
  const facts = suicidalityFacts(results);
  if (facts.length === 0) return null;
  const waiting = openSuicidality(session, results, drugOverMs(session));
  const words = facts.map(({ value }) => value).join(' · ');
  return (
    <section className={styles.strip} aria-label="Suicidality" data-waiting={waiting.length > 0 && !over}>
      <OctagonAlert size={20} aria-hidden="true" />
      <p>
        <b>{words}</b>
        {!over && <span>{waiting.length > 0 ? 'A physician has to decide' : 'A physician decided to go on'}</span>}
      </p>
      {waiting.length > 0 && isPresent(session) && me.role === 'physician' && (
        <Button onClick={() => setOpen(true)}>Decide to go on</Button>
      )}
      {open && <OverrideForm item={SUICIDALITY_CHECK} label="Suicidality" why={words} onClose={() => setOpen(false)} />}
    </section>
  );
}

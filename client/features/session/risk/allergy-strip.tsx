import { OctagonAlert } from 'lucide-react';
import { ALLERGY_CHECK } from '../../../../shared/deciding/allergies.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { useVisit } from '../visit.ts';
import { allergyOf, OverrideAllergy } from './allergy-open.tsx';
import styles from './risk-strip.module.css';

const OPEN = {
  running: 'The drug is running: pause or stop it, or a physician decides',
  waiting: 'No more is given until a physician decides',
} as const;

/** An allergy to the drug, in sight wherever more of it could be given: what is recorded, and whether a physician has decided. */
export function AllergyStrip() {
  const visit = useVisit();
  const { session, protocol, me } = visit;
  const { words, isOpen } = allergyOf(visit);
  const isRunning = session.phase === 'infusing' || session.phase === 'paused';
  const isAfterDose = protocol.route !== 'iv' && (session.phase === 'infused' || session.phase === 'recovering');
  if (words === '' || (!isRunning && !isAfterDose)) return null;
  const reason = entriesOf(session, 'check-overridden').findLast(({ data }) => data.item === ALLERGY_CHECK)?.data.reason;
  return (
    <section className={styles.strip} aria-label={`Allergy to ${protocol.drug}`} data-waiting={isOpen}>
      <OctagonAlert size={20} aria-hidden="true" />
      <p>
        <b>Allergy recorded: {words}</b>
        <span>
          {isOpen ? OPEN[session.phase === 'infusing' ? 'running' : 'waiting'] : `A physician goes on despite it: ${reason}`}
        </span>
      </p>
      {isOpen && me.role === 'physician' && <OverrideAllergy words={words} />}
    </section>
  );
}

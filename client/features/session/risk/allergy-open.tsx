import { useEffect, useRef, useState } from 'react';
import { allergyText } from '../../../../shared/clinic/allergies.ts';
import { ALLERGY_CHECK, allergiesTo, isAllergyOpen } from '../../../../shared/deciding/allergies.ts';
import { Button } from '../../../components/button.tsx';
import { OverrideForm } from '../entry/ending-forms.tsx';
import type { Touch } from '../entry/moved.ts';
import { touched } from '../entry/submission.ts';
import { useVisit, type Visit } from '../visit.ts';
import styles from './allergy-open.module.css';

/** Recorded allergies to the drug of this visit, in words; `isOpen` while no physician has decided on them. */
export function allergyOf({ session, protocol, patient }: Visit): { readonly words: string; readonly isOpen: boolean } {
  return {
    words: allergiesTo(patient.allergies, protocol.drug).map(allergyText).join('; '),
    isOpen: isAllergyOpen(session, patient.allergies, protocol.drug),
  };
}

/**
 * Whether a form that gives more of the drug has to wait for a physician. What waited happens when it no longer has to, not when
 * the form was opened.
 */
export function useAllergyHold({ setTouch }: { readonly setTouch: (touch: Touch) => void }): boolean {
  const { isOpen } = allergyOf(useVisit());
  const waited = useRef(isOpen);
  useEffect(() => {
    if (waited.current && !isOpen) setTouch(touched());
    waited.current = isOpen;
  });
  return isOpen;
}

/** In a form that gives more of the drug: why it waits, and for a physician the way on with a reason. `waits`: what, as `The dose`. */
export function AllergyBlock({ waits }: { readonly waits: string }) {
  const visit = useVisit();
  const { words, isOpen } = allergyOf(visit);
  const mine = visit.me.role === 'physician';
  if (!isOpen) return null;
  return (
    <div className={styles.block} role="alert">
      <p>
        <b>Allergy recorded: {words}.</b> {waits} waits: {mine ? 'decide first, with a reason.' : 'a physician has to decide.'}
      </p>
      {mine && <OverrideAllergy words={words} />}
    </div>
  );
}

/** A physician goes on against what is recorded; it stays in the record with the reason. */
export function OverrideAllergy({ words }: { readonly words: string }) {
  const { protocol } = useVisit();
  const [open, setOpen] = useState(false);
  const label = `Allergy to ${protocol.drug}`;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`Override ${label}`}>
        Override
      </Button>
      {open && <OverrideForm item={ALLERGY_CHECK} label={label} why={words} onClose={() => setOpen(false)} />}
    </>
  );
}

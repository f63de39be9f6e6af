import { ArrowLeftRight, FileText, Frown, ListOrdered, Pill, Plus, Siren, Syringe } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { AnsweredAlarms } from '../alarms.tsx';
import { useArrival } from '../arrival.ts';
import { DoseForm } from '../doses/dose-form.tsx';
import { EmergencySheet } from '../emergency/emergency-sheet.tsx';
import { BayForm } from '../entry/ending-forms.tsx';
import { MedicationForm } from '../entry/medication-form.tsx';
import { NoteForm, SymptomForm } from '../entry/note-forms.tsx';
import { CallPhysician } from '../events/event-bar.tsx';
import { EntryPad } from '../pad/entry-pad.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TrendCard } from '../trend/trend-card.tsx';
import { useWide } from '../use-screen.ts';
import { useVisit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import { CriteriaCard } from './criteria-card.tsx';
import { DischargeCard } from './discharge-card.tsx';
import styles from './recovering.module.css';
import { ScoreCard } from './score-card.tsx';
import { StayCard } from './stay-card.tsx';

type Open = 'dose' | 'vitals' | 'symptom' | 'medication' | 'note' | 'emergency' | 'bay';
const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** In the recovery room: how long still, how the patient is, and what is missing to go home. */
export function RecoveringView() {
  const { mayChart, protocol } = useVisit();
  const arrival = useArrival();
  const [open, setOpen] = useState<Open | undefined>(
    mayChart && (arrival === 'vitals' || arrival === 'dose') ? arrival : undefined,
  );
  const [dirty, setDirty] = useState(false);
  const [shown, setShown] = useState<'trend' | 'timeline'>('trend');
  const wide = useWide();
  const close = () => setOpen(undefined);
  return (
    <div className={styles.view}>
      <div className={styles.left}>
        <AnsweredAlarms />
        <StayCard />
        <div className={styles.course}>
          {shown === 'trend' || wide ? <TrendCard tone="recovery" /> : <Timeline />}
          <div className={styles.tools}>
            {!wide && (
              <Button
                look="ghost"
                icon={<ListOrdered {...icon} />}
                onClick={() => setShown(shown === 'trend' ? 'timeline' : 'trend')}
              >
                {shown === 'trend' ? 'Timeline' : 'Trend'}
              </Button>
            )}
            {mayChart && (
              <>
                <Button look="ghost" icon={<Pill {...icon} />} onClick={() => setOpen('medication')}>
                  Medication
                </Button>
                {protocol.route !== 'iv' && (
                  <Button look="ghost" icon={<Syringe {...icon} />} onClick={() => setOpen('dose')}>
                    Give dose
                  </Button>
                )}
                <Button look="ghost" icon={<Siren {...icon} />} onClick={() => setOpen('emergency')}>
                  Emergency
                </Button>
                <Button look="ghost" icon={<ArrowLeftRight {...icon} />} onClick={() => setOpen('bay')}>
                  Change bay
                </Button>
              </>
            )}
          </div>
        </div>
        {mayChart && (
          <section className={styles.actions} aria-label="Record">
            <Button size="large" look="primary" icon={<Plus {...icon} />} onClick={() => setOpen('vitals')}>
              Enter vitals
            </Button>
            <Button size="large" icon={<Frown {...icon} />} onClick={() => setOpen('symptom')}>
              Symptom
            </Button>
            <Button size="large" icon={<FileText {...icon} />} onClick={() => setOpen('note')}>
              Note
            </Button>
            <CallPhysician />
          </section>
        )}
      </div>
      <div className={styles.right}>
        <ScoreCard />
        <CriteriaCard />
        <DischargeCard />
        {wide && (
          <div className={styles.course}>
            <Timeline />
          </div>
        )}
      </div>
      {open === 'vitals' && (
        <VisitSheet open dirty={dirty} onClose={close}>
          <EntryPad onSaved={close} onDirty={setDirty} />
        </VisitSheet>
      )}
      {open === 'dose' && <DoseForm onClose={close} />}
      {open === 'symptom' && <SymptomForm onClose={close} />}
      {open === 'medication' && <MedicationForm onClose={close} />}
      {open === 'note' && <NoteForm onClose={close} />}
      {open === 'emergency' && <EmergencySheet onClose={close} />}
      {open === 'bay' && <BayForm onClose={close} />}
    </div>
  );
}

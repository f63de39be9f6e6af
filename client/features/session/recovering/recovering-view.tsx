import { ArrowLeftRight, FileText, Frown, ListOrdered, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { VisitAlarms } from '../alarms.tsx';
import { BayForm } from '../entry/ending-forms.tsx';
import { MedicationForm, NoteForm, SymptomForm } from '../entry/note-forms.tsx';
import { CallPhysician } from '../events/event-bar.tsx';
import { EntryPad } from '../pad/entry-pad.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TrendCard } from '../trend/trend-card.tsx';
import { useVisit } from '../visit.ts';
import { CriteriaCard } from './criteria-card.tsx';
import { DischargeCard } from './discharge-card.tsx';
import styles from './recovering.module.css';
import { ScoreCard } from './score-card.tsx';
import { StayCard } from './stay-card.tsx';

type Open = 'vitals' | 'symptom' | 'medication' | 'note' | 'bay';
const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** In the recovery room: how long still, how the patient is, and what is missing to go home. */
export function RecoveringView() {
  const { mayChart, patient } = useVisit();
  const [open, setOpen] = useState<Open>();
  const [dirty, setDirty] = useState(false);
  const [shown, setShown] = useState<'trend' | 'timeline'>('trend');
  const close = () => setOpen(undefined);
  return (
    <div className={styles.view}>
      <div className={styles.left}>
        <VisitAlarms />
        <StayCard />
        <div className={styles.course}>
          <button
            type="button"
            className={styles.swap}
            aria-pressed={shown === 'timeline'}
            onClick={() => setShown(shown === 'trend' ? 'timeline' : 'trend')}
          >
            <ListOrdered size={16} aria-hidden="true" />
            {shown === 'trend' ? 'Timeline' : 'Trend'}
          </button>
          {shown === 'trend' ? <TrendCard tone="recovery" /> : <Timeline />}
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
            <Button size="large" icon={<ArrowLeftRight {...icon} />} aria-label="Change bay" onClick={() => setOpen('bay')}>
              Bay
            </Button>
          </section>
        )}
      </div>
      <div className={styles.right}>
        <ScoreCard />
        <CriteriaCard />
        <DischargeCard />
      </div>
      {open === 'vitals' && (
        <Sheet title={`${patient.givenName} ${patient.familyName}`} open dirty={dirty} onClose={close}>
          <EntryPad onSaved={close} onDirty={setDirty} />
        </Sheet>
      )}
      {open === 'symptom' && <SymptomForm onClose={close} />}
      {open === 'medication' && <MedicationForm onClose={close} />}
      {open === 'note' && <NoteForm onClose={close} />}
      {open === 'bay' && <BayForm onClose={close} />}
    </div>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { dosesGiven } from '../../../../shared/dosing/doses.ts';
import { Button } from '../../../components/button.tsx';
import { useNow } from '../../../live/live.ts';
import { AnsweredAlarms } from '../alarms.tsx';
import { useArrival } from '../arrival.ts';
import { BayForm } from '../entry/ending-forms.tsx';
import { CallPhysician, EventBar, StopInfusion } from '../events/event-bar.tsx';
import { nextReading } from '../now/now-facts.ts';
import { NowStrip } from '../now/now-strip.tsx';
import { EntryPad } from '../pad/entry-pad.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TrendCard } from '../trend/trend-card.tsx';
import { usePhone } from '../use-screen.ts';
import { useVisit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import styles from './infusing-view.module.css';

/** At the chair while the drug runs, and until the patient leaves it. */
export function InfusingView() {
  const { session, protocol, mayChart } = useVisit();
  const phone = usePhone();
  const arrival = useArrival();
  const [sheet, setSheet] = useState(arrival === 'vitals');
  const [dirty, setDirty] = useState(false);
  const [choosingBay, setChoosingBay] = useState(arrival === 'bay');
  const infused = session.phase === 'infused';
  const { doses, leftMg: left } = dosesGiven(session, protocol);
  const leftMg = doses.length > 0 ? (left ?? 0) : 0;
  return (
    <div className={styles.view} data-reading={!mayChart || undefined}>
      <div className={styles.session}>
        <div className={styles.left}>
          <AnsweredAlarms />
          <div className={styles.now}>
            <NowStrip />
          </div>
          {infused && mayChart && (
            <div className={styles.next}>
              <span>{leftMg > 0 ? `${leftMg} mg of the order are left.` : 'The drug has ended. Next: the recovery room.'}</span>
              <Button size="large" look={leftMg > 0 ? 'plain' : 'primary'} onClick={() => setChoosingBay(true)}>
                Move to recovery
              </Button>
            </div>
          )}
          <div className={styles.trend}>
            <TrendCard tone={infused ? 'neutral' : 'infusion'} />
          </div>
          <div className={styles.timeline}>
            <Timeline />
          </div>
        </div>
        {mayChart && !phone && (
          <div className={styles.pad}>
            <EntryPad />
          </div>
        )}
      </div>
      {mayChart && <EventBar urgent={!phone} {...(arrival === undefined ? {} : { arrival })} />}
      {mayChart && phone && (
        <div className={styles.sticky}>
          <Button size="large" look="primary" icon={<Plus size={20} aria-hidden="true" />} onClick={() => setSheet(true)}>
            Enter vitals <DueWords />
          </Button>
          <CallPhysician />
          <StopInfusion />
        </div>
      )}
      {mayChart && phone && (
        <VisitSheet open={sheet} dirty={dirty} onClose={() => setSheet(false)}>
          <EntryPad onSaved={() => setSheet(false)} onDirty={setDirty} />
        </VisitSheet>
      )}
      {choosingBay && <BayForm onClose={() => setChoosingBay(false)} />}
    </div>
  );
}

function DueWords() {
  const { session, protocol } = useVisit();
  const words = useNow((now) => {
    const next = nextReading(session, protocol, now);
    return next === undefined ? '' : next.state === 'counting' ? `due in ${next.clock}` : `${next.state} since ${next.clock}`;
  });
  return words === '' ? null : <span className={styles.due}>{words}</span>;
}

import { FileText, PenLine, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { summarizeSession } from '../../../../shared/views/session-summary.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { AnsweredAlarms } from '../alarms.tsx';
import { useArrival } from '../arrival.ts';
import { AdverseEventForm } from '../emergency/adverse-event-form.tsx';
import { SignForm } from '../entry/ending-forms.tsx';
import { NoteForm } from '../entry/note-forms.tsx';
import { OutcomesStrip } from '../scales/outcomes-strip.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { TrendCard } from '../trend/trend-card.tsx';
import { useVisit } from '../visit.ts';
import styles from './past-view.module.css';

/** A visit that is over: its facts, course and record, who signed. Corrections and addenda stay possible. */
export function PastView() {
  const { session, mayChart } = useVisit();
  const arrival = useArrival();
  const [open, setOpen] = useState<'note' | 'adverse-event' | 'charted' | 'reviewed' | undefined>(
    mayChart && (arrival === 'charted' || arrival === 'reviewed') ? arrival : undefined,
  );
  return (
    <div className={styles.view}>
      <div className={styles.left}>
        <AnsweredAlarms />
        <Facts />
        <div className={styles.trend}>
          <TrendCard tone="neutral" />
        </div>
        <OutcomesStrip />
        <Signatures onSign={setOpen} />
      </div>
      <div className={styles.right}>
        <div className={styles.timeline}>
          <Timeline />
        </div>
        {mayChart && (
          <>
            <Button size="large" icon={<FileText size={20} aria-hidden="true" />} onClick={() => setOpen('note')}>
              Add addendum
            </Button>
            {session.phase !== 'cancelled' && (
              <Button size="large" icon={<TriangleAlert size={20} aria-hidden="true" />} onClick={() => setOpen('adverse-event')}>
                Report adverse event
              </Button>
            )}
          </>
        )}
      </div>
      {open === 'adverse-event' && <AdverseEventForm onClose={() => setOpen(undefined)} />}
      {open === 'note' && <NoteForm onClose={() => setOpen(undefined)} />}
      {(open === 'charted' || open === 'reviewed') && <SignForm meaning={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const OUTCOME = { discharged: 'Discharged', aborted: 'Aborted', cancelled: 'Cancelled' } as const;

/** The visit on one line each: what was given, how long, the highest and lowest, how it ended. */
function Facts() {
  const { session, clinic } = useVisit();
  const { date, time } = useClinicTime();
  const line = summarizeSession(session, clinic);
  const last = session.entries.findLast(
    ({ type }) => type === 'discharged' || type === 'session-aborted' || type === 'session-cancelled',
  );
  const how = session.phase in OUTCOME ? OUTCOME[session.phase as keyof typeof OUTCOME] : '';
  const against = last?.type === 'discharged' && last.data.override !== undefined;
  const reason =
    last?.type === 'session-aborted' || last?.type === 'session-cancelled'
      ? last.data.reason
      : against && last?.type === 'discharged'
        ? last.data.override?.reason
        : undefined;
  const facts: readonly (readonly [label: string, value: string | undefined, more: string])[] = [
    ['Date', date(session.plannedStart), line.startedAt === null ? '' : `started ${time(line.startedAt)}`],
    [
      'Given',
      line.deliveredMg === null ? undefined : `${line.deliveredMg.toFixed(1)} mg`,
      line.orderedMg === null
        ? ''
        : `of ${line.orderedMg.toFixed(1)} mg${line.durationMin === null ? '' : ` · ${line.durationMin} min`}`,
    ],
    ['Highest BP', line.maxSystolic === null ? undefined : `${line.maxSystolic}/${line.maxDiastolic ?? '?'}`, 'mmHg'],
    ['Lowest SpO₂', line.minSpo2 === null ? undefined : `${line.minSpo2} %`, ''],
    [
      'Alarms',
      [
        ...(line.alarmsHigh > 0 ? [`*** ${line.alarmsHigh}`] : []),
        ...(line.alarmsMedium > 0 ? [`** ${line.alarmsMedium}`] : []),
        ...(line.alarmsLow > 0 ? [`* ${line.alarmsLow}`] : []),
      ].join('  ') || 'none',
      line.adverseEvents === 0 ? '' : `${line.adverseEvents} adverse event${line.adverseEvents === 1 ? '' : 's'}`,
    ],
    ['Vitals on time', line.vitalsDue === 0 ? undefined : `${line.vitalsOnTime} of ${line.vitalsDue}`, ''],
    [
      'Recovery',
      line.recoveryMin === null ? undefined : `${line.recoveryMin} min`,
      line.score === null ? 'not scored' : `score ${line.score}`,
    ],
    [how, last === undefined ? undefined : time(last.happenedAt), against ? 'against the criteria' : ''],
  ];
  return (
    <section className={styles.facts} aria-label="Summary">
      <dl>
        {facts.map(([label, value, more]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? <span className={styles.missing}>{label === 'Given' ? 'nothing' : 'not measured'}</span>}</dd>
            <dd className={styles.sub}>{more}</dd>
          </div>
        ))}
      </dl>
      {reason !== undefined && (
        <p className={styles.reason}>
          <b>{how}:</b> {reason}
        </p>
      )}
    </section>
  );
}

/** Who signed and when; the next signature is the one filled button. */
function Signatures({ onSign }: { readonly onSign: (meaning: 'charted' | 'reviewed') => void }) {
  const { session, clinic, me, mayChart } = useVisit();
  const { time, date } = useClinicTime();
  const signed = (meaning: 'charted' | 'reviewed') =>
    entriesOf(session, 'record-signed').find(({ data }) => data.meaning === meaning);
  const charted = signed('charted');
  const reviewed = signed('reviewed');
  const words = (meaning: 'charted' | 'reviewed') => {
    const entry = signed(meaning);
    return entry === undefined
      ? 'not signed yet'
      : `${clinic.staff.get(entry.actor.id)?.name ?? '?'} · ${date(entry.happenedAt)} ${time(entry.happenedAt)}`;
  };
  return (
    <section className={styles.signatures} aria-label="Signatures">
      <dl>
        <div>
          <dt>Charted</dt>
          <dd>{words('charted')}</dd>
        </div>
        <div>
          <dt>Reviewed</dt>
          <dd>{words('reviewed')}</dd>
        </div>
      </dl>
      {mayChart && charted === undefined && (
        <Button
          size="large"
          look={me.role === 'nurse' ? 'primary' : 'plain'}
          icon={<PenLine size={20} aria-hidden="true" />}
          onClick={() => onSign('charted')}
        >
          Sign record
        </Button>
      )}
      {me.role === 'physician' && charted !== undefined && reviewed === undefined && (
        <Button size="large" look="primary" icon={<PenLine size={20} aria-hidden="true" />} onClick={() => onSign('reviewed')}>
          Review and sign
        </Button>
      )}
    </section>
  );
}

import { Check } from 'lucide-react';
import { useState } from 'react';
import { EMERGENCY_SET } from '../../../../shared/session/emergency-set.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { Said } from '../entry/form-dialog.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import type { FormProps } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import { AdverseEventForm } from './adverse-event-form.tsx';
import styles from './emergency-sheet.module.css';

/** The emergency set: each tap says at once what is done, with its time; the sheet stays for the next. */
export function EmergencySheet({ onClose }: FormProps) {
  const { session } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [reporting, setReporting] = useState(false);
  const done = entriesOf(session, 'emergency-recorded');
  const say = async (kind: (typeof EMERGENCY_SET)[number]['kind'], action: string) => {
    if ((await submission.send([entryOf(session.patientId, touched(), 'record-emergency', { kind, action })])) === 1)
      announce(`${action}, recorded`, 'assertive');
  };
  if (reporting) return <AdverseEventForm onClose={onClose} />;
  return (
    <VisitSheet title="Emergency" open onClose={onClose}>
      <div className={styles.groups}>
        {EMERGENCY_SET.map(({ kind, label, actions }) => (
          <fieldset key={kind} className={styles.group}>
            <legend>{label}</legend>
            {actions.map((action) => {
              const last = done.findLast(({ data }) => data.action === action);
              return (
                <Button
                  key={action}
                  size="large"
                  {...(kind === 'code' ? { look: 'framed' as const } : {})}
                  disabled={submission.state !== 'idle'}
                  onClick={() => void say(kind, action)}
                >
                  <span className={styles.action}>
                    {action}
                    {last !== undefined && (
                      <small>
                        <Check size={14} aria-hidden="true" /> {time(last.happenedAt)}
                      </small>
                    )}
                  </span>
                </Button>
              );
            })}
          </fieldset>
        ))}
      </div>
      <Said submission={submission} />
      <p className={styles.hint}>One tap records it with the time. A dose is entered under Medication, afterwards.</p>
      <Button size="large" onClick={() => setReporting(true)}>
        Report an adverse event
      </Button>
    </VisitSheet>
  );
}

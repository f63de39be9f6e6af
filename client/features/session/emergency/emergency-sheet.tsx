import { Check } from 'lucide-react';
import { useState } from 'react';
import { EMERGENCY_SET } from '../../../../shared/session/emergency-set.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { ReasonForm } from '../entry/ending-forms.tsx';
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
  const [form, setForm] = useState<'adverse-event' | 'abort'>();
  const running = session.phase === 'infusing' || session.phase === 'paused';
  const done = entriesOf(session, 'emergency-recorded');
  const say = async (kind: (typeof EMERGENCY_SET)[number]['kind'], action: string) => {
    if ((await submission.send([entryOf(session.patientId, touched(), 'record-emergency', { kind, action })])) === 1)
      announce(`${action}, recorded`, 'assertive');
  };
  if (form === 'adverse-event') return <AdverseEventForm onClose={onClose} />;
  if (form === 'abort')
    return (
      <ReasonForm
        command="abort-session"
        title="Abort"
        submitLabel={running ? 'Stop the drug and end the visit' : 'End the visit'}
        {...{ onClose }}
      />
    );
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
      <Button size="large" onClick={() => setForm('adverse-event')}>
        Report an adverse event
      </Button>
      <Button size="large" look="framed" onClick={() => setForm('abort')}>
        {running ? 'Abort: stop the drug, end the visit' : 'Abort: end the visit'}
      </Button>
    </VisitSheet>
  );
}

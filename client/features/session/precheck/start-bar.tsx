import { FileText, Lock, Play, Syringe } from 'lucide-react';
import { useState } from 'react';
import { inSentence } from '../../../../shared/clinic/in-sentence.ts';
import { missingBeforeStart } from '../../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { Button } from '../../../components/button.tsx';
import { useMoment } from '../../../live/use-moment.ts';
import { DoseForm } from '../doses/dose-form.tsx';
import { ReasonForm } from '../entry/ending-forms.tsx';
import { Said } from '../entry/form-dialog.tsx';
import { NoteForm } from '../entry/note-forms.tsx';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { CallPhysician } from '../events/event-bar.tsx';
import { useVisit } from '../visit.ts';
import own from './start-bar.module.css';

/** Start, locked until nothing is missing; what is missing stands beside it. */
export function StartBar() {
  const { session, protocol, results, patient } = useVisit();
  const submission = useSubmission();
  const [form, setForm] = useState<'note' | 'dose' | 'cancel'>();
  const minute = useMoment(session, 10_000);
  const missing =
    session.phase === 'scheduled'
      ? ['check-in']
      : missingBeforeStart(session, protocol, minute, results, patient.allergies).map(({ label }) => inSentence(label));
  const order = orderOf(session);
  const ready = missing.length === 0 && order !== undefined;
  const shown = missing.length > 5 ? [...missing.slice(0, 4), `${missing.length - 4} more`] : missing;
  const start = async () => {
    if (order === undefined) return;
    await submission.send([entryOf(session.patientId, touched(), 'start-infusion', { rateMlPerHour: order.rateMlPerHour })]);
  };
  return (
    <section className={own.start} aria-label="Start">
      <div className={own.startTools}>
        <Button size="large" onClick={() => setForm('cancel')}>
          Cancel visit
        </Button>
        {session.phase === 'checked-in' && (
          <>
            <Button size="large" icon={<FileText size={20} aria-hidden="true" />} onClick={() => setForm('note')}>
              Note
            </Button>
            <CallPhysician />
          </>
        )}
      </div>
      <div className={own.startWords}>
        <h2>{ready ? 'Ready to start' : 'Not ready to start'}</h2>
        <p>{ready ? 'Everything is checked.' : shown.join(' · ')}</p>
        <Said submission={submission} />
      </div>
      {protocol.route === 'iv' ? (
        <Button
          size="large"
          look={ready ? 'primary' : 'plain'}
          disabled={!ready}
          busy={submission.state !== 'idle'}
          icon={ready ? <Play size={20} aria-hidden="true" /> : <Lock size={20} aria-hidden="true" />}
          onClick={() => void start()}
        >
          {order === undefined ? 'Start infusion' : `Start at ${order.rateMlPerHour} mL/h`}
        </Button>
      ) : (
        <Button
          size="large"
          look={ready ? 'primary' : 'plain'}
          disabled={!ready}
          icon={ready ? <Syringe size={20} aria-hidden="true" /> : <Lock size={20} aria-hidden="true" />}
          onClick={() => setForm('dose')}
        >
          Give dose
        </Button>
      )}
      {form === 'note' && <NoteForm onClose={() => setForm(undefined)} />}
      {form === 'dose' && <DoseForm onClose={() => setForm(undefined)} />}
      {form === 'cancel' && (
        <ReasonForm
          command="cancel-session"
          title="Cancel visit"
          submitLabel="Cancel this visit"
          onClose={() => setForm(undefined)}
        />
      )}
    </section>
  );
}

import { FileText, Frown, Gauge, Pause, Phone, Pill, Play, Siren, Square, Syringe, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { openCall } from '../../../../shared/session/open-call.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { useLink } from '../../../live/live.ts';
import { useWaitingIds } from '../../../outbox/outbox-store.ts';
import { DoseForm } from '../doses/dose-form.tsx';
import { EmergencySheet } from '../emergency/emergency-sheet.tsx';
import { EndForm, PauseForm, RateForm, ResumeForm } from '../entry/infusion-forms.tsx';
import { MedicationForm } from '../entry/medication-form.tsx';
import { NoteForm, SymptomForm } from '../entry/note-forms.tsx';
import { entryOf, problemText, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import styles from './event-bar.module.css';
import { HoldButton } from './hold-button.tsx';

/** Forms that the list of due work opens. */
const FORMS = ['resume', 'dose'] as const;
type FormName = 'pause' | 'resume' | 'rate' | 'symptom' | 'medication' | 'note' | 'emergency' | 'dose';
const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** What happens besides the readings: one tap opens, calling and stopping have to be held. */
export function EventBar({
  urgent = true,
  arrival,
}: {
  /** Whether calling and stopping are among them; on a phone they stand by themselves, always in sight. */
  readonly urgent?: boolean;
  readonly arrival?: string;
}) {
  const { session, protocol } = useVisit();
  const [form, setForm] = useState<FormName | undefined>(FORMS.find((name) => name === arrival));
  const close = () => setForm(undefined);
  const { phase } = session;
  const running = phase === 'infusing' || phase === 'paused';
  const button = (name: FormName, label: string, sign: ReactNode) => (
    <Button size="large" icon={sign} onClick={() => setForm(name)}>
      {label}
    </Button>
  );
  return (
    <nav className={styles.bar} aria-label="Record an event">
      {phase === 'infusing' && button('pause', 'Pause', <Pause {...icon} />)}
      {phase === 'paused' && button('resume', 'Resume', <Play {...icon} />)}
      {phase === 'infusing' && button('rate', 'Rate', <Gauge {...icon} />)}
      {protocol.route !== 'iv' && !running && button('dose', 'Give dose', <Syringe {...icon} />)}
      {running && <span className={styles.separator} />}
      {button('symptom', 'Symptom', <Frown {...icon} />)}
      {button('medication', 'Medication', <Pill {...icon} />)}
      {button('note', 'Note', <FileText {...icon} />)}
      {button('emergency', 'Emergency', <Siren {...icon} />)}
      {urgent && (
        <>
          <span className={styles.separator} />
          <CallPhysician />
        </>
      )}
      {urgent && running && <span className={styles.separator} />}
      {urgent && <StopInfusion />}
      {form === 'pause' && <PauseForm onClose={close} />}
      {form === 'resume' && <ResumeForm onClose={close} />}
      {form === 'rate' && <RateForm onClose={close} />}
      {form === 'symptom' && <SymptomForm onClose={close} />}
      {form === 'medication' && <MedicationForm onClose={close} />}
      {form === 'note' && <NoteForm onClose={close} />}
      {form === 'emergency' && <EmergencySheet onClose={close} />}
      {form === 'dose' && <DoseForm onClose={close} />}
    </nav>
  );
}

/** Held, it asks how the infusion ended. Nothing where none runs. */
export function StopInfusion() {
  const { phase } = useVisit().session;
  const [ending, setEnding] = useState(false);
  if (phase !== 'infusing' && phase !== 'paused') return null;
  return (
    <>
      <HoldButton icon={<Square {...icon} />} said="hold to end the infusion" onHeld={() => setEnding(true)}>
        Hold to stop
      </HoldButton>
      {ending && <EndForm onClose={() => setEnding(false)} />}
    </>
  );
}

/** Held, it raises a high alarm everywhere; a physician sees that it waits for an answer and answers with a tap. */
export function CallPhysician() {
  const { session, me } = useVisit();
  const submission = useSubmission();
  const call = openCall(session);
  const waiting = useWaitingIds();
  const behind = useLink((link) => link.kept > 0);
  // Nobody has been told yet: whoever called must know.
  const unheard = call !== undefined && behind && waiting.has(call.eventId);
  useEffect(() => {
    if (unheard) announce('The call is not sent yet: no answer from the server. Call by voice.', 'assertive');
  }, [unheard]);
  const { problem } = submission;
  useEffect(() => {
    if (problem !== undefined) announce(problemText(problem), 'assertive');
  }, [problem]);
  const send = async (type: 'call-physician' | 'answer-call') => {
    if ((await submission.send([entryOf(session.patientId, touched(), type, {})])) === 1)
      announce(type === 'call-physician' ? 'Physician called' : 'Call answered', 'assertive');
  };
  if (call !== undefined && me.role === 'physician')
    return (
      <Button
        size="large"
        look="framed"
        icon={<Undo2 {...icon} />}
        busy={submission.state !== 'idle'}
        onClick={() => void send('answer-call')}
      >
        Answer call
      </Button>
    );
  return (
    <HoldButton
      icon={<Phone {...icon} />}
      framed
      said="hold to call the physician"
      disabled={call !== undefined || submission.state !== 'idle'}
      onHeld={() => void send('call-physician')}
    >
      {unheard
        ? 'Not sent: call by voice'
        : call !== undefined
          ? 'Physician called'
          : submission.state === 'idle'
            ? 'Call physician'
            : 'Calling …'}
    </HoldButton>
  );
}

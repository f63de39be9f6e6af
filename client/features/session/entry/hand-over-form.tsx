import { useState } from 'react';
import { ColleagueChoice, colleaguesOf } from '../../../components/colleague-choice.tsx';
import { useVisit } from '../visit.ts';
import { FormDialog } from './form-dialog.tsx';
import type { FormProps } from './infusion-forms.tsx';
import { entryOf, touched, useSubmission } from './submission.ts';

/** Another nurse takes the visit over; from then on it is on their list. */
export function HandOverForm({ onClose }: FormProps) {
  const { session, clinic } = useVisit();
  const submission = useSubmission();
  const [touch] = useState(touched);
  const [nurseId, setNurseId] = useState<string>();
  const [fault, setFault] = useState<string>();
  const now = session.nurseId === undefined ? undefined : clinic.staff.get(session.nurseId)?.name;
  const name = nurseId === undefined ? undefined : clinic.staff.get(nurseId)?.name;
  const save = async () => {
    if (nurseId === undefined) return setFault('Choose who takes over.');
    if ((await submission.send([entryOf(session.patientId, touch, 'hand-over', { nurseId })])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Hand over"
      submitLabel={name === undefined ? 'Choose who takes over' : `Hand over to ${name}`}
      dirty={nurseId !== undefined}
      {...{ submission, fault, onClose }}
      onSubmit={() => void save()}
    >
      <p>{now === undefined ? 'Nobody has this visit yet.' : `Now with ${now}.`}</p>
      <ColleagueChoice colleagues={colleaguesOf(clinic, session.nurseId)} value={nurseId} onChoose={setNurseId} />
    </FormDialog>
  );
}

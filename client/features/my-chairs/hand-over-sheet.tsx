import { useState } from 'react';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Id } from '../../../shared/units.ts';
import type { Problem } from '../../../shared/wire/problem.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ColleagueChoice, colleaguesOf } from '../../components/colleague-choice.tsx';
import { useTypedGuard } from '../../components/form/use-typed-guard.ts';
import { ProblemMessage } from '../../components/problem-message.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { sendToSession, useClinic } from '../../live/live.ts';
import { patientNameIn } from '../../live/patient-name.ts';
import styles from './my-chairs.module.css';

interface HandOverSheetProps {
  readonly sessions: readonly SessionState[];
  readonly meId: Id;
  readonly onClose: () => void;
}

/** Some visits to one colleague: a break, the end of a shift. Each is an event of its own in its visit's timeline. */
export function HandOverSheet({ sessions, meId, onClose }: HandOverSheetProps) {
  const clinic = useClinic((known) => known);
  const [nurseId, setNurseId] = useState<Id>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // The visits that were there when it was opened: nobody hands over what came in meanwhile.
  const [chosen] = useState(sessions);
  const [done, setDone] = useState<readonly Id[]>([]);
  useTypedGuard(busy);
  const left = chosen.filter(({ id }) => !done.includes(id));
  const colleague = nurseId === undefined ? undefined : clinic.staff.get(nurseId)?.name;
  const count = left.length === 1 ? '1 visit' : `${left.length} visits`;

  const handOver = async () => {
    if (nurseId === undefined || busy) return;
    setBusy(true);
    setProblem(undefined);
    for (const session of left) {
      const answer = await sendToSession(session, 'hand-over', { nurseId });
      if (!answer.ok) {
        setProblem(answer.problem);
        setBusy(false);
        return;
      }
      setDone((before) => [...before, session.id]);
    }
    announce(`Handed over to ${colleague ?? ''}`);
    onClose();
  };

  return (
    <Sheet title={chosen.length === 1 ? 'Hand over this visit' : 'Hand over all my chairs'} open onClose={onClose} dirty={busy}>
      <ul className={styles.handing}>
        {left.map((session) => (
          <li key={session.id}>{patientNameIn(clinic, session.patientId, 'whole')}</li>
        ))}
      </ul>
      <ColleagueChoice colleagues={colleaguesOf(clinic, meId)} value={nurseId} onChoose={setNurseId} />
      {problem !== undefined && <ProblemMessage problem={problem} />}
      <Button size="large" look="primary" disabled={nurseId === undefined} busy={busy} onClick={() => void handOver()}>
        {colleague === undefined ? 'Choose who takes over' : `Hand over ${count} to ${colleague}`}
      </Button>
    </Sheet>
  );
}

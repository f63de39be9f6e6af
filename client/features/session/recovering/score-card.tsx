import { useState } from 'react';
import { earlyWarning } from '../../../../shared/views/early-warning.ts';
import { Button } from '../../../components/button.tsx';
import { cx } from '../../../components/cx.ts';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { Said } from '../entry/form-dialog.tsx';
import type { Touch } from '../entry/moved.ts';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import styles from './recovering.module.css';
import own from './score-card.module.css';
import { type Confirmed, type ScoreRow, scoreBoard } from './score-draft.ts';

/** The discharge score: proposals outlined, what a person confirmed filled. Saved when each row is confirmed. */
export function ScoreCard() {
  const { session, protocol, mayChart } = useVisit();
  const submission = useSubmission();
  const [confirmed, setConfirmed] = useState<Confirmed>({});
  const [touch, setTouch] = useState<Touch>();
  useTypedGuard(Object.keys(confirmed).length > 0);
  const board = scoreBoard(session, protocol, confirmed);
  const { answers } = board;
  const confirm = (row: string, value: number) => {
    setTouch((first) => first ?? touched());
    setConfirmed({ ...confirmed, [row]: value });
  };
  const save = async () => {
    if (answers === undefined || touch === undefined) return;
    const entry = entryOf(session.patientId, touch, 'score-discharge', {
      scale: board.scale.id as 'padss' | 'aldrete',
      items: answers,
    });
    if ((await submission.send([entry])) === 1) {
      setConfirmed({});
      setTouch(undefined);
    }
  };
  const notes = [
    `needs ${protocol.recovery.minScore}`,
    ...(board.open === 0 ? [] : [`${board.open} ${board.open === 1 ? 'row' : 'rows'} open`]),
    ...(board.proposed === 0 ? [] : [`${board.proposed} proposed`]),
    ...(answers === undefined ? [] : ['not saved yet']),
  ];
  return (
    <section className={styles.score} aria-label="Discharge score">
      <header>
        <h2>
          Discharge score <span>{board.scale.label}</span>
        </h2>
        <p className={own.total}>
          <b>{board.total}</b> of {board.scale.maximum} · {notes.join(' · ')}
        </p>
        {answers !== undefined && (
          <Button look="primary" busy={submission.state !== 'idle'} onClick={() => void save()}>
            {submission.state === 'waiting' ? 'Waiting …' : 'Save score'}
          </Button>
        )}
      </header>
      <Said submission={submission} />
      {board.rows.map((row) => (
        <Row key={row.id} row={row} disabled={!mayChart} onChoose={(value) => confirm(row.id, value)} />
      ))}
      <EarlyWarningLine />
    </section>
  );
}

/** Context beside the score that counts: NEWS2 does not see the rise of blood pressure that ketamine makes. */
function EarlyWarningLine() {
  const { session } = useVisit();
  const warning = earlyWarning(session);
  if (warning === undefined) return null;
  return (
    <p className={own.context}>
      <b>NEWS2 {warning.total}</b> {warning.words}
      <span> · for context only</span>
    </p>
  );
}

function Row({
  row,
  disabled,
  onChoose,
}: {
  readonly row: ScoreRow;
  readonly disabled: boolean;
  readonly onChoose: (value: number) => void;
}) {
  const { session, clinic } = useVisit();
  const { time } = useClinicTime();
  const saved = session.entries.findLast(({ type, struck }) => type === 'discharge-scored' && struck === undefined);
  const reading = session.entries.findLast(({ type, struck }) => type === 'vitals-recorded' && struck === undefined);
  const words =
    row.state === 'open'
      ? 'not scored'
      : row.state === 'proposed'
        ? `proposed from ${reading === undefined ? 'the last' : time(reading.happenedAt)} reading`
        : row.state === 'confirmed'
          ? 'confirmed'
          : `scored ${saved === undefined ? '' : `${time(saved.happenedAt)} · ${clinic.staff.get(saved.actor.id)?.initials ?? ''}`}`;
  return (
    <fieldset className={own.row} disabled={disabled} data-row={row.id} data-state={row.state}>
      <legend className="vh">
        {row.label}, {words}
      </legend>
      <div className={own.rowWords} aria-hidden="true">
        <b>{row.label}</b>
        <span>{words}</span>
      </div>
      <div className={own.anchors}>
        {row.anchors.map(({ value, label }) => {
          const chosen = row.value === value;
          return (
            <button
              key={value}
              type="button"
              className={cx(own.anchor, chosen && row.state === 'proposed' && own.proposed)}
              aria-pressed={chosen && row.state !== 'proposed'}
              onClick={() => onChoose(value)}
            >
              <b>{value}</b>
              <span>{label}</span>
              {chosen && row.state === 'proposed' && <span className="vh">, proposed, press to confirm</span>}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

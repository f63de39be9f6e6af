import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { alertingNow, changeText, type OutcomeLine, outcomeLines } from '../../../../shared/views/outcomes.ts';
import { Button } from '../../../components/button.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import styles from './scales.module.css';
import { useOutcomes } from './use-outcomes.ts';

/** The patient's outcome scales in the visit: what alerts stands open, the rest behind one tap. */
export function OutcomesStrip() {
  const { session, mayChart } = useVisit();
  const { outcomes, complete, waiting } = useOutcomes(session.patientId);
  const [open, setOpen] = useState<'list' | 'form'>();
  const lines = outcomeLines(outcomes);
  const today = lines.filter(({ sessionId }) => sessionId === session.id);
  const last = lines[0];
  return (
    <section className={styles.strip} aria-label="Outcome scales">
      {alertingNow(lines).map((line) => (
        <AlertLine key={line.id} line={line} />
      ))}
      <button type="button" className={styles.open} onClick={() => setOpen('list')}>
        <span>
          <b>Outcome scales</b>
          <span>
            {last === undefined
              ? complete
                ? 'none entered yet'
                : 'earlier ones not loaded'
              : `${today.length} for this visit · last ${last.label} ${last.total}${last.band === undefined ? '' : `, ${last.band}`}`}
          </span>
        </span>
        <ChevronRight size={20} aria-hidden="true" />
      </button>
      {open !== undefined && (
        <VisitSheet title="Outcome scales" open onClose={() => setOpen(undefined)}>
          {lines.length === 0 ? (
            <p>{complete ? 'No result has been entered for this patient.' : 'Earlier results could not be loaded yet.'}</p>
          ) : (
            <ol className={styles.lines} aria-label="Results, newest first">
              {lines.map((line) => (
                <li key={line.id}>
                  <ResultLine line={line} ofThisVisit={line.sessionId === session.id} waits={waiting.has(line.id)} />
                </li>
              ))}
            </ol>
          )}
          {mayChart && (
            <Button size="large" look="primary" onClick={() => setOpen('form')}>
              Enter a result
            </Button>
          )}
        </VisitSheet>
      )}
      {open === 'form' && <OutcomeForm {...{ outcomes, complete }} onClose={() => setOpen('list')} />}
    </section>
  );
}

/** What must not be overlooked, with its day. */
function AlertLine({ line }: { readonly line: OutcomeLine }) {
  const { date } = useClinicTime();
  return (
    <p className={styles.alert}>
      {line.alertWords} <small>Answered {date(line.takenAt)}.</small>
    </p>
  );
}

function ResultLine({
  line,
  ofThisVisit,
  waits,
}: {
  readonly line: OutcomeLine;
  readonly ofThisVisit: boolean;
  readonly waits: boolean;
}) {
  const { date } = useClinicTime();
  return (
    <>
      <span>
        <b>
          {line.label} {line.total} of {line.max}
        </b>
        {line.band !== undefined && <span>{line.band}</span>}
        <time dateTime={line.takenAt}>{ofThisVisit ? 'this visit' : date(line.takenAt)}</time>
      </span>
      {line.parts !== undefined && <small>{line.parts}</small>}
      {waits && <small>waiting to send</small>}
      {line.change !== undefined && <small>{changeText(line.change)}</small>}
      {line.alertWords !== undefined && (
        <span className={line.alert === 'alert' ? styles.alert : styles.unknown}>{line.alertWords}</span>
      )}
    </>
  );
}

import { Pencil } from 'lucide-react';
import { Fragment, type ReactElement, useMemo, useState } from 'react';
import { EVENT_ROWS } from '../../../../shared/session/said/all.ts';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { type TimelineLine, timelineOf } from '../../../../shared/views/timeline.ts';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { cx } from '../../../components/cx.ts';
import { EVENT_LOOKS } from '../../../components/event-looks.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useWaitingIds } from '../../../outbox/outbox-store.ts';
import { CorrectForm } from '../correcting/correct-form.tsx';
import { StrikeForm } from '../correcting/strike-form.tsx';
import { AdverseEventForm } from '../emergency/adverse-event-form.tsx';
import { undoLast, useUndoable } from '../entry/undo.ts';
import { useVisit } from '../visit.ts';
import { changedParts } from './changed-parts.ts';
import { EntryActions } from './entry-actions.tsx';
import styles from './timeline.module.css';

/** What becomes of a tapped line. */
type Open = { readonly entry: AnyEntry; readonly what: 'actions' | 'correct' | 'strike' | 'report' };

/** Everything said of the visit, newest first. A line opens what can be done with it. */
export function Timeline() {
  const { session, clinic, me, mayChart } = useVisit();
  const { time, dayKey, day } = useClinicTime();
  const { clock } = useFormats();
  const [open, setOpen] = useState<Open>();
  const waiting = useWaitingIds();
  const undo = useUndoable(session.id);
  const lines = useMemo(() => timelineOf(session, clinic).filter(({ text }) => text !== ''), [session, clinic]);
  const byId = useMemo(() => new Map(session.entries.map((entry) => [entry.eventId, entry])), [session]);
  /** By its author or a physician. */
  const mayChange = (entry: AnyEntry) =>
    mayChart &&
    entry.struck === undefined &&
    (entry.actor.id === me.id || me.role === 'physician') &&
    (mendOf(entry).correct || mendOf(entry).strike);
  const stamp = (line: TimelineLine) =>
    dayKey(line.at) === dayKey(line.recordedAt) ? time(line.recordedAt) : `${day(line.recordedAt)} ${time(line.recordedAt)}`;

  return (
    <section className={styles.timeline} data-clock={clock} aria-label="Timeline">
      <h2>Timeline</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <ol tabIndex={0} aria-label="Entries, newest first">
        {lines.map((line) => {
          const entry = byId.get(line.eventId);
          const content = (
            <>
              <time dateTime={line.at}>{time(line.at)}</time>
              <span className={styles.icon}>{iconOf(line)}</span>
              <span className={styles.text}>
                <Words
                  line={line}
                  stamp={line.correctedAt === undefined ? '' : time(line.correctedAt)}
                  wasAt={line.wasAt.map((at) => (dayKey(at) === dayKey(line.at) ? time(at) : `${day(at)} ${time(at)}`))}
                />
                {waiting.has(line.eventId) && (
                  <span>
                    <Chip dashed>waiting to send</Chip>
                  </span>
                )}
                {line.late && (
                  <span className={styles.late}>
                    {line.afterTheEnd ? 'after the visit, ' : ''}recorded {stamp(line)}
                  </span>
                )}
              </span>
              <span className={styles.by}>{line.by}</span>
            </>
          );
          return (
            <li
              key={line.eventId}
              className={cx(
                line.struckReason !== undefined && styles.struck,
                alarmLook(line),
                undo?.has(line.eventId) === true && styles.undoable,
              )}
              data-entry={line.type}
            >
              {entry !== undefined && mayChange(entry) ? (
                <button type="button" onClick={() => setOpen({ entry, what: 'actions' })}>
                  {content}
                  <span className="vh">, correct or strike</span>
                </button>
              ) : (
                <div>{content}</div>
              )}
              {undo?.has(line.eventId) === true && line.struckReason === undefined && (
                <span className={styles.undo}>
                  <Button onClick={() => void undoLast()}>Undo</Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {open?.what === 'actions' && (
        <EntryActions
          entry={open.entry}
          onClose={() => setOpen(undefined)}
          {...(mendOf(open.entry).correct ? { onCorrect: () => setOpen({ ...open, what: 'correct' }) } : {})}
          {...(open.entry.type === 'symptom-recorded' ? { onReport: () => setOpen({ ...open, what: 'report' }) } : {})}
          {...(mendOf(open.entry).strike ? { onStrike: () => setOpen({ ...open, what: 'strike' }) } : {})}
        />
      )}
      {open?.what === 'correct' && <CorrectForm entry={open.entry} onClose={() => setOpen(undefined)} />}
      {open?.what === 'report' && open.entry.type === 'symptom-recorded' && (
        <AdverseEventForm symptom={open.entry} onClose={() => setOpen(undefined)} />
      )}
      {open?.what === 'strike' && <StrikeForm entry={open.entry} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

const mendOf = ({ type }: AnyEntry) => EVENT_ROWS[type].mend;

/** The old words struck, the new ones, and why; a struck entry keeps its words, struck. */
function Words({
  line,
  stamp,
  wasAt,
}: {
  readonly line: TimelineLine;
  readonly stamp: string;
  readonly wasAt: readonly string[];
}) {
  if (line.struckReason !== undefined)
    return (
      <span>
        <s>{line.text}</s> · struck: {line.struckReason}
      </span>
    );
  if (line.was.length === 0) return <span>{line.text}</span>;
  return (
    <span>
      {changedParts(line.was, line.text).map(({ old, now }, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text keep their place
        <Fragment key={step}>
          {step > 0 && ' · '}
          {old.map((was, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words can be replaced twice
            <s key={at}>{was}</s>
          ))}{' '}
          {old.length > 0 ? <b>{now}</b> : now}
        </Fragment>
      ))}
      {wasAt.map((was, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same time can be replaced twice
        <Fragment key={at}>
          {' · time was '}
          <s>{was}</s>
        </Fragment>
      ))}
      {` · corrected ${stamp}`}
      {line.correctionReason === undefined ? '' : `: ${line.correctionReason}`}
    </span>
  );
}

function alarmLook({ type, text }: TimelineLine): string | undefined {
  if (type !== 'alarm-raised') return undefined;
  return text.startsWith('***') ? styles.high : text.startsWith('**') ? styles.medium : styles.low;
}

function iconOf({ type, was, struckReason }: TimelineLine): ReactElement {
  const Icon = was.length > 0 && struckReason === undefined ? Pencil : EVENT_LOOKS[type].icon;
  return <Icon size={16} strokeWidth={2} aria-hidden />;
}

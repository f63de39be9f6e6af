import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { SessionLink } from '../components/session-link.tsx';
import { useClinicTime } from '../live/clinic-time.ts';
import { useClinic, useSession } from '../live/live.ts';
import { patientNameIn } from '../live/patient-name.ts';
import { commandText } from './command-text.ts';
import { patientIdOf } from './kept-command.ts';
import { discardEntry, resendEntry } from './outbox.ts';
import styles from './outbox-notice.module.css';
import { entriesText, useOutbox, type WaitingEntry } from './outbox-store.ts';
import { TimesQuestion } from './times-question.tsx';

/** What a person has to decide on, on every screen: entries that the server refused, and those that wait for somebody else. */
export function OutboxNotice() {
  const entries = useOutbox((outbox) => outbox.entries);
  const others = useOutbox((outbox) => outbox.others);
  const refused = entries.filter(({ state }) => state === 'refused');
  const unreadable = useOutbox((outbox) => outbox.unreadable);
  const doubted = entries.filter(({ aheadMs }) => aheadMs !== undefined);
  if (refused.length + others.length + unreadable.length + doubted.length === 0) return null;
  return (
    <section className={styles.notice} aria-label="Entries that were not stored">
      {doubted.length > 0 && <TimesQuestion entries={doubted} />}
      {refused.map((entry) => (
        <Refused key={entry.id} entry={entry} />
      ))}
      {unreadable.map((id) => (
        <div key={id} className={styles.row} role="alert" data-refused="unreadable">
          <p className={styles.words}>
            <b>Not stored: an entry on this tablet no longer opens.</b>
            <small>It was sealed with another key than the clinic’s server gives out now. Enter it again.</small>
          </p>
          <Button onClick={() => void discardEntry(id)}>Discard for good</Button>
        </div>
      ))}
      {others.map(({ name, count }) => (
        <div key={name} className={styles.row} role="status">
          <p className={styles.words}>
            <b>
              {entriesText(count)} of {name} {count === 1 ? 'waits' : 'wait'} on this tablet.
            </b>
            <small>
              Only {name} can send {count === 1 ? 'it' : 'them'}, signed in on this device.
            </small>
          </p>
        </div>
      ))}
    </section>
  );
}

function Refused({ entry }: { readonly entry: WaitingEntry }) {
  const { time } = useClinicTime();
  const clinic = useClinic((known) => known);
  const visit = useSession(entry.sessionId);
  const patientId = patientIdOf(entry.command);
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.row} role="alert" data-refused={entry.command.type}>
      <p className={styles.words}>
        <b>
          Not stored{clinic.patients.has(patientId) ? ` · ${patientNameIn(clinic, patientId, 'whole')}` : ''} ·{' '}
          {time(entry.command.at)} {commandText(entry.command, clinic, visit)}
        </b>
        <small>{entry.problem?.detail ?? entry.problem?.title}</small>
      </p>
      <span className={styles.actions}>
        <SessionLink sessionId={entry.sessionId}>Open visit</SessionLink>
        {asking ? (
          <>
            <Button onClick={() => void discardEntry(entry.id)}>Discard for good</Button>
            <Button look="primary" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setAsking(true)}>Discard</Button>
            <Button onClick={() => void resendEntry(entry.id)}>Send again</Button>
          </>
        )}
      </span>
    </div>
  );
}

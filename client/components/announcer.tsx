import { useSyncExternalStore } from 'react';
import styles from './announcer.module.css';

interface Note {
  readonly id: number;
  readonly text: string;
  /** `assertive` interrupts a screen reader: for what must not be missed. */
  readonly urgency: 'polite' | 'assertive';
}

let notes: readonly Note[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
/** As long as it takes to read: a saved entry is a glance, and must not cover what comes next. */
const staysMs = (text: string) => 2_000 + 60 * text.length;

const publish = (next: readonly Note[]) => {
  notes = next;
  for (const listener of listeners) listener();
};

/** Says something in passing, to eyes and screen readers; it goes by itself. Never for what a person has to decide. */
export function announce(text: string, urgency: Note['urgency'] = 'polite'): void {
  const note = { id: ++lastId, text, urgency };
  publish([...notes.filter((other) => other.text !== text), note].slice(-3));
  setTimeout(() => publish(notes.filter(({ id }) => id !== note.id)), staysMs(text));
}

/** Where announcements show; once, in the frame of all screens. */
export function Announcer() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
  const lines = (urgency: Note['urgency']) =>
    shown.filter((note) => note.urgency === urgency).map(({ id, text }) => <p key={id}>{text}</p>);
  return (
    <div className={styles.announcer}>
      <div aria-live="polite">{lines('polite')}</div>
      <div aria-live="assertive">{lines('assertive')}</div>
    </div>
  );
}

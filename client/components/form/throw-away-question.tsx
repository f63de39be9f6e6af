import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Sheet } from '../sheet.tsx';
import styles from './throw-away-question.module.css';

interface ThrowAwayQuestionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly keep?: string;
  readonly throwAway?: string;
  readonly onKeep: () => void;
  readonly onThrowAway: () => void;
}

/** Asks before what was typed is thrown away; whoever does not answer keeps it. */
export function ThrowAwayQuestion(props: ThrowAwayQuestionProps) {
  const { title, children, keep = 'Keep editing', throwAway = 'Discard', onKeep, onThrowAway } = props;
  return (
    <Sheet title={title} open onClose={onKeep}>
      <p>{children}</p>
      <div className={styles.actions}>
        <Button size="large" onClick={onThrowAway}>
          {throwAway}
        </Button>
        <Button size="large" look="primary" onClick={onKeep}>
          {keep}
        </Button>
      </div>
    </Sheet>
  );
}

import type { AnyEntry } from '../../../../shared/session/state.ts';
import { entryText } from '../../../../shared/views/timeline.ts';
import { Button } from '../../../components/button.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import styles from './timeline.module.css';

interface EntryActionsProps {
  readonly entry: AnyEntry;
  readonly onCorrect?: () => void;
  readonly onStrike?: () => void;
  /** Of a symptom: the adverse event that it is. */
  readonly onReport?: () => void;
  readonly onClose: () => void;
}

/** What can be done with an entry: it is never overwritten. */
export function EntryActions({ entry, onCorrect, onStrike, onReport, onClose }: EntryActionsProps) {
  const { clinic, session } = useVisit();
  const { time } = useClinicTime();
  return (
    <Sheet title={`Entry of ${time(entry.happenedAt)}`} open onClose={onClose}>
      <p>{entryText(entry, clinic, session)}</p>
      <p className={styles.hint}>The old entry stays in sight.</p>
      <div className={styles.actions}>
        {onCorrect !== undefined && (
          <Button size="large" look="primary" onClick={onCorrect}>
            Correct
          </Button>
        )}
        {onStrike !== undefined && (
          <Button size="large" onClick={onStrike}>
            Strike
          </Button>
        )}
        {onReport !== undefined && (
          <Button size="large" onClick={onReport}>
            Report as adverse event
          </Button>
        )}
      </div>
    </Sheet>
  );
}

import { useState } from 'react';
import { SAME_DOSE_MS } from '../../../../shared/dosing/doses.ts';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import { toInstant, toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { stopwatch } from '../../../components/duration.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import type { Touch } from '../entry/moved.ts';
import { useVisit } from '../visit.ts';
import { VisitSheet } from '../visit-sheet.tsx';
import styles from './doses.module.css';

interface ConflictCardProps {
  /** What stands in the record already. */
  readonly recorded: AnyEntry;
  /** The same in words for both: `28 mg nasal`. */
  readonly what: string;
  readonly touch: Touch;
  readonly busy: boolean;
  /** What should be read again before it is recorded. */
  readonly fault: string | undefined;
  readonly onDiscard: () => void;
  /** Another dose, with its own time. */
  readonly onAnother: (touch: Touch) => void;
}

/** The question in the place of the form that said the dose; what was typed is kept until it is answered. */
export function ConflictSheet({ title, ...card }: ConflictCardProps & { readonly title: string }) {
  return (
    <VisitSheet title={title} open dirty onClose={card.onDiscard}>
      <ConflictCard {...card} />
    </VisitSheet>
  );
}

/**
 * The same dose was said a moment ago. Who gave what when stands side by side, and a person decides: the same one, or another
 * one, which then has a time of its own. Nothing becomes a second dose by itself.
 */
function ConflictCard({ recorded, what, touch, busy, fault, onDiscard, onAnother }: ConflictCardProps) {
  const { clinic, me } = useVisit();
  const { seconds } = useClinicTime();
  const [another, setAnother] = useState(false);
  const fromMs = toMs(recorded.happenedAt) + SAME_DOSE_MS;
  const nowMs = useNow((now) => Math.floor(now / 1_000) * 1_000);
  const by = recorded.actor.id === me.id ? `${me.name}, you` : (clinic.staff.get(recorded.actor.id)?.name ?? '?');
  const early = nowMs < fromMs;
  return (
    <section className={styles.conflict} role="alert" aria-label="The same dose was recorded just now">
      <h3>The same dose was recorded just now. Is it the same one?</h3>
      <dl>
        <div>
          <dt>In the record</dt>
          <dd>
            <b>{what}</b>
          </dd>
          <dd>{seconds(recorded.happenedAt)}</dd>
          <dd>{by}</dd>
        </div>
        <div>
          <dt>Yours, not recorded</dt>
          <dd>
            <b>{what}</b>
          </dd>
          <dd>{seconds(touch.at)}</dd>
          <dd>{me.name}, you</dd>
        </div>
      </dl>
      <Button size="large" look="primary" disabled={busy} onClick={onDiscard}>
        It is the same dose: discard mine
      </Button>
      {another ? (
        <>
          <p>
            Then {what} is in the patient twice. It is recorded with a time of its own, two minutes or more after the first:{' '}
            {early ? `from ${seconds(fromMs)}, in ${stopwatch(fromMs - nowMs)}.` : `now, ${seconds(nowMs)}.`}
          </p>
          {fault !== undefined && (
            <p className={styles.wait} role="status">
              {fault}
            </p>
          )}
          <Button size="large" busy={busy} disabled={early} onClick={() => onAnother({ ...touch, at: toInstant(nowMs) })}>
            Record another {what}
          </Button>
        </>
      ) : (
        <Button size="large" disabled={busy} onClick={() => setAnother(true)}>
          It is another dose …
        </Button>
      )}
    </section>
  );
}

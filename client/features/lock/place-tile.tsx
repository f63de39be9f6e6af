import { assertNever } from '../../../shared/assert-never.ts';
import type { Phase } from '../../../shared/session/phase.ts';
import { dueState } from '../../../shared/vitals/due.ts';
import { Countdown, Elapsed } from '../../components/countdown.tsx';
import { cx } from '../../components/cx.ts';
import { useNow } from '../../live/live.ts';
import styles from './lock-places.module.css';
import type { Place } from './places.ts';

interface PlaceTileProps {
  readonly place: Place;
  /** Priority of the alarm that is up there. */
  readonly alarm: 'high' | 'medium' | 'low' | undefined;
  /** Given while a chair is asked for: the tile is a button then. */
  readonly onChoose?: (() => void) | undefined;
}

/** A chair or bay with its timers, no names. Asked for an emergency it becomes a button. */
export function PlaceTile({ place, alarm, onChoose }: PlaceTileProps) {
  const content = (
    <>
      <span className={styles.head}>
        {onChoose !== undefined && <span className="vh">Emergency at </span>}
        <b>{place.name}</b>
        {place.nurse !== undefined && <span className={styles.nurse}>{place.nurse}</span>}
      </span>
      <span className={cx(styles.phase, styles[lookOf(place.phase)])}>
        {wordsOf(place.phase)} <Elapsed since={place.since} />
      </span>
      {place.endsAt !== undefined && place.phase === 'infusing' && (
        <span className={styles.fact}>
          ends in <Countdown to={place.endsAt} />
        </span>
      )}
      <NextReading place={place} />
    </>
  );
  const look = cx(styles.tile, alarm === 'high' && styles.alarmed);
  return onChoose === undefined ? (
    <div className={look}>{content}</div>
  ) : (
    <button type="button" className={cx(look, styles.choosable)} onClick={onChoose}>
      {content}
    </button>
  );
}

function NextReading({ place: { next } }: { readonly place: Place }) {
  const state = useNow((now) => (next === undefined ? undefined : dueState(next, now)));
  if (next === undefined || state === undefined) return null;
  return (
    <span className={cx(styles.fact, state === 'overdue' && styles.overdue)}>
      {state === 'ahead' ? (
        <>
          vitals in <Countdown to={next.dueAt} />
        </>
      ) : (
        <>
          vitals {state} <Elapsed since={next.dueAt} />
        </>
      )}
    </span>
  );
}

function wordsOf(phase: Phase): string {
  switch (phase) {
    case 'scheduled':
      return 'Expected';
    case 'checked-in':
      return 'Preparing';
    case 'infusing':
      return 'Infusing';
    case 'paused':
      return 'Paused';
    case 'infused':
      return 'Drug ended';
    case 'recovering':
      return 'Recovering';
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return 'Over';
    default:
      return assertNever(phase);
  }
}

function lookOf(phase: Phase): 'infusion' | 'recovery' | 'quiet' {
  return phase === 'infusing' ? 'infusion' : phase === 'recovering' ? 'recovery' : 'quiet';
}

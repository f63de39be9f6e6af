import { useReducer, useRef, useState } from 'react';
import type { SessionCommand } from '../../../../shared/session/commands.ts';
import { announce } from '../../../components/announcer.tsx';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import type { Touch } from '../entry/moved.ts';
import { entryOf, type Submission, touched, useSubmission } from '../entry/submission.ts';
import { offerUndo } from '../entry/undo.ts';
import { useVisit } from '../visit.ts';
import {
  CHAIR_SET,
  emptyPad,
  entriesFrom,
  firstFault,
  isDirty,
  MORE_SET,
  type PadAction,
  type PadState,
  pressed,
} from './pad-state.ts';

export interface Pad {
  readonly pad: PadState;
  readonly submission: Submission;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** Since when the set is being entered, or when it was measured; `undefined` until the first touch. */
  readonly takenAt: Touch | undefined;
  readonly press: (action: PadAction) => void;
  readonly setTakenAt: (at: Touch) => void;
  readonly clear: () => void;
  /** Brings back what was cleared, until the next touch. */
  readonly restore: (() => void) | undefined;
  readonly save: () => Promise<void>;
}

/** A set as it was before it was cleared. */
interface Cleared {
  readonly pad: PadState;
  readonly touch: { readonly vitals: Touch; readonly observation: Touch } | undefined;
  readonly takenAt: Touch | undefined;
  readonly timeChosen: boolean;
}

interface PadParts {
  /** Whether the signs that are asked less often are in reach. */
  readonly more: boolean;
  /** Shows the other fields. */
  readonly onMore: (more: boolean) => void;
  readonly onCleared: () => void;
  readonly onSaved: (() => void) | undefined;
}

/**
 * A set as it is being entered: ids and time of both of its entries are made at the first touch and stay through every retry,
 * one save stores the whole set, and what was typed survives a dead network.
 */
export function usePad({ more, onMore, onCleared, onSaved }: PadParts): Pad {
  const { session } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [pad, act] = useReducer(
    (state: PadState, action: PadAction | { readonly type: 'be'; readonly kept: PadState }) => {
      return action.type === 'be' ? action.kept : pressed(state, action, (more ? MORE_SET : CHAIR_SET).signs);
    },
    { ...emptyPad, formats: useFormats() },
  );
  const touch = useRef<{ readonly vitals: Touch; readonly observation: Touch } | undefined>(undefined);
  const [takenAt, setTakenAt] = useState<Touch>();
  const timeChosen = useRef(false);
  const [cleared, setCleared] = useState<Cleared>();
  const busy = submission.state !== 'idle';
  const dirty = isDirty(pad);
  useTypedGuard(dirty);

  const press = (action: PadAction) => {
    if (busy) return;
    submission.forget();
    // An empty pad has no first touch: a key pressed and taken back long ago is not when the set was measured.
    const first = touch.current === undefined || (!dirty && !timeChosen.current);
    if (action.type !== 'page' && action.type !== 'focus') setCleared(undefined);
    if (first && action.type !== 'focus' && action.type !== 'page' && action.type !== 'clear') {
      const begun = touched();
      touch.current = { vitals: begun, observation: { ...touched(), at: begun.at } };
      setTakenAt(begun);
    }
    act(action);
  };
  const clear = () => {
    if (dirty) setCleared({ pad, touch: touch.current, takenAt, timeChosen: timeChosen.current });
    empty();
  };
  const restore = () => {
    if (cleared === undefined) return;
    touch.current = cleared.touch;
    timeChosen.current = cleared.timeChosen;
    setTakenAt(cleared.takenAt);
    setCleared(undefined);
    act({ type: 'be', kept: cleared.pad });
  };
  const empty = () => {
    touch.current = undefined;
    timeChosen.current = false;
    setTakenAt(undefined);
    onCleared();
    submission.forget();
    act({ type: 'clear' });
  };

  const save = async () => {
    const fault = firstFault(pad);
    if (fault !== undefined) {
      onMore(MORE_SET.signs.includes(fault.sign));
      return act({ type: 'check', sign: fault.sign });
    }
    const { vitals, observation } = entriesFrom(pad);
    const ids = touch.current;
    if (ids === undefined || (vitals === undefined && observation === undefined)) return;
    const at = (takenAt ?? ids.vitals).at;
    const entries: SessionCommand[] = [];
    if (vitals !== undefined) entries.push(entryOf(session.patientId, { ...ids.vitals, at }, 'record-vitals', vitals));
    if (observation !== undefined)
      entries.push(entryOf(session.patientId, { ...ids.observation, at }, 'record-observation', observation));
    const accepted = await submission.send(entries);
    if (accepted === entries.length) {
      empty();
      setCleared(undefined);
      onMore(false);
      act({ type: 'page', signs: CHAIR_SET.signs });
      announce(`Saved at ${time(at)}`);
      offerUndo(session.id, entries);
      onSaved?.();
    } else if (accepted === 1) {
      // The numbers are stored; only the scales are left to put right. Other numbers would be another entry.
      touch.current = { ...ids, vitals: { ...ids.vitals, id: touched().id } };
      act({ type: 'be', kept: { ...pad, digits: {}, notMeasured: [] } });
    }
  };

  return {
    ...{ pad, submission, busy, dirty, takenAt, press, clear, save },
    restore: cleared === undefined || dirty || busy ? undefined : restore,
    // A changed time is a touch as well: what is typed after it belongs to it.
    setTakenAt: (at) => {
      touch.current ??= { vitals: at, observation: { ...touched(), at: at.at } };
      timeChosen.current = true;
      setTakenAt(at);
    },
  };
}

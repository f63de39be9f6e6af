import { useReducer, useRef, useState } from 'react';
import type { SessionCommand } from '../../../../shared/session/commands.ts';
import { announce } from '../../../components/announcer.tsx';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
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

const ORDER = [...CHAIR_SET.signs, ...MORE_SET.signs];

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
  readonly save: () => Promise<void>;
}

interface PadParts {
  /** Whether the signs that are asked less often are in reach. */
  readonly more: boolean;
  readonly onCleared: () => void;
  readonly onSaved: (() => void) | undefined;
}

/**
 * A set as it is being entered: ids and time of both of its entries are made at the first touch and stay through every retry,
 * one save stores the whole set, and what was typed survives a dead network.
 */
export function usePad({ more, onCleared, onSaved }: PadParts): Pad {
  const { session } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [pad, act] = useReducer((state: PadState, action: PadAction | { readonly type: 'sent'; readonly kept: PadState }) => {
    return action.type === 'sent' ? action.kept : pressed(state, action, more ? ORDER : CHAIR_SET.signs);
  }, emptyPad);
  const touch = useRef<{ readonly vitals: Touch; readonly observation: Touch } | undefined>(undefined);
  const [takenAt, setTakenAt] = useState<Touch>();
  const timeChosen = useRef(false);
  const busy = submission.state !== 'idle';
  const dirty = isDirty(pad);
  useTypedGuard(dirty);

  const press = (action: PadAction) => {
    if (busy) return;
    submission.forget();
    // An empty pad has no first touch: a key pressed and taken back long ago is not when the set was measured.
    const first = touch.current === undefined || (!dirty && !timeChosen.current);
    if (first && action.type !== 'focus' && action.type !== 'clear') {
      const begun = touched();
      touch.current = { vitals: begun, observation: { ...touched(), at: begun.at } };
      setTakenAt(begun);
    }
    act(action);
  };
  const clear = () => {
    touch.current = undefined;
    timeChosen.current = false;
    setTakenAt(undefined);
    onCleared();
    submission.forget();
    act({ type: 'clear' });
  };

  const save = async () => {
    const fault = firstFault(pad);
    if (fault !== undefined) return act({ type: 'check', sign: fault.sign });
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
      clear();
      announce(`Saved at ${time(at)}`);
      offerUndo(session.id, entries);
      onSaved?.();
    } else if (accepted === 1) {
      // The numbers are stored; only the scales are left to put right. Other numbers would be another entry.
      touch.current = { ...ids, vitals: { ...ids.vitals, id: touched().id } };
      act({ type: 'sent', kept: { ...pad, digits: {}, notMeasured: [] } });
    }
  };

  return {
    ...{ pad, submission, busy, dirty, takenAt, press, clear, save },
    // A changed time is a touch as well: what is typed after it belongs to it.
    setTakenAt: (at) => {
      touch.current ??= { vitals: at, observation: { ...touched(), at: at.at } };
      timeChosen.current = true;
      setTakenAt(at);
    },
  };
}

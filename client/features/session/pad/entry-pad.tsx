import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import type { SessionCommand } from '../../../../shared/session/commands.ts';
import { SIGN_NAMES, type Sign } from '../../../../shared/session/signs.ts';
import { toInstant } from '../../../../shared/units.ts';
import { baselineOf } from '../../../../shared/vitals/latest.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { useTypedGuard } from '../../../components/form/use-typed-guard.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { serverClock, useNow } from '../../../live/live.ts';
import { Said } from '../entry/form-dialog.tsx';
import type { Touch } from '../entry/moved.ts';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { TimeSteps } from '../entry/time-choice.tsx';
import { offerUndo } from '../entry/undo.ts';
import { ItemScaleRow } from '../scales/item-scale-row.tsx';
import { useVisit } from '../visit.ts';
import styles from './entry-pad.module.css';
import { Keypad } from './keypad.tsx';
import { OxygenRow } from './oxygen-row.tsx';
import { PadField } from './pad-field.tsx';
import foot from './pad-foot.module.css';
import {
  CHAIR_SET,
  countEntered,
  emptyPad,
  entriesFrom,
  faultOf,
  firstFault,
  isDirty,
  MORE_SET,
  type PadAction,
  type PadState,
  pressed,
} from './pad-state.ts';
import { raisedBy } from './raised-by.ts';
import { Raising } from './raising.tsx';
import { ScaleRow } from './scale-row.tsx';

const ORDER = [...CHAIR_SET.signs, ...MORE_SET.signs];
const SET_SIZE = CHAIR_SET.signs.length + CHAIR_SET.scales.length;

interface EntryPadProps {
  /** Told after the whole set was stored; a sheet closes itself. */
  readonly onSaved?: () => void;
  readonly onDirty?: (dirty: boolean) => void;
}

/** Vital signs and scales on our own keypad: fields start empty, one save for the whole set, typed values survive a dead network. */
export function EntryPad({ onSaved, onDirty }: EntryPadProps) {
  const { session, protocol } = useVisit();
  const { time } = useClinicTime();
  const submission = useSubmission();
  const [more, setMore] = useState(false);
  const [changingTime, setChangingTime] = useState(false);
  const [pad, act] = useReducer((state: PadState, action: PadAction | { readonly type: 'sent'; readonly kept: PadState }) => {
    return action.type === 'sent' ? action.kept : pressed(state, action, more ? ORDER : CHAIR_SET.signs);
  }, emptyPad);
  const touch = useRef<{ readonly vitals: Touch; readonly observation: Touch } | undefined>(undefined);
  const [takenAt, setTakenAt] = useState<Touch>();
  const timeChosen = useRef(false);
  const frame = useRef<HTMLElement>(null);
  const busy = submission.state !== 'idle';
  const dirty = isDirty(pad);
  const now = useNow((ms) => time(ms));

  useTypedGuard(dirty);
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);

  /** Ids and time of both entries are made at the first touch, and stay through every retry. */
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
    setChangingTime(false);
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

  const onKey = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target, frame.current)) return;
    const action = actionOf(event.key, event.target);
    if (action === undefined) return;
    event.preventDefault();
    press(action);
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const beforeStart = session.phase === 'checked-in' || session.phase === 'scheduled';
  const raises = raisedBy(pad, protocol, baselineOf(session)?.systolic, beforeStart);
  const refusedSign = SIGN_NAMES.find((sign) => submission.problem?.errors?.some(({ path }) => path.endsWith(`.${sign}`)));
  const faultIn = (sign: Sign) =>
    faultOf(pad, sign) ?? (sign === refusedSign ? submission.problem?.errors?.[0]?.message : undefined);
  const fields = more ? MORE_SET : CHAIR_SET;
  const entered = countEntered(pad);

  return (
    <section ref={frame} className={styles.pad} aria-label="Enter vitals">
      <Raising raises={raises} />
      <div className={foot.saying}>
        <Said submission={submission} />
      </div>
      <header className={styles.head}>
        <h2>Enter vitals</h2>
        <span className={styles.taken}>taken at {takenAt === undefined ? now : time(takenAt.at)}</span>
        <button type="button" className={styles.link} aria-expanded={changingTime} onClick={() => setChangingTime(!changingTime)}>
          Change time
        </button>
        <button type="button" className={styles.link} aria-pressed={more} onClick={() => setMore(!more)}>
          {more ? 'Main set' : 'More'}
        </button>
      </header>
      {changingTime ? (
        <div className={styles.time}>
          <b>{time((takenAt ?? { at: toInstant(serverClock.nowMs()) }).at)}</b>
          <TimeSteps
            touch={takenAt ?? touched()}
            onTouch={(next) => {
              markTouched(touch, next);
              timeChosen.current = true;
              setTakenAt(next);
            }}
          />
          <Button look="primary" onClick={() => setChangingTime(false)}>
            Done
          </Button>
        </div>
      ) : null}
      <div className={styles.board}>
        <div className={styles.fields}>
          {fields.signs.map((sign) => (
            <PadField
              key={sign}
              sign={sign}
              digits={pad.digits[sign] ?? ''}
              notMeasured={pad.notMeasured.includes(sign)}
              active={pad.active === sign}
              fault={faultIn(sign)}
              raises={raises.find(({ of }) => of === sign)}
              onFocus={() => press({ type: 'focus', sign })}
            />
          ))}
          {more && (
            <>
              <OxygenRow onOxygen={pad.onOxygen} onChoose={(onOxygen) => press({ type: 'oxygen', onOxygen })} />
              <p className={styles.moreHint}>Kept with the main set: one save for both.</p>
            </>
          )}
          {fields.itemScales.map((scale) => (
            <ItemScaleRow key={scale} scale={scale} />
          ))}
        </div>
        <Keypad onPress={press} disabled={busy} />
      </div>
      {fields.scales.map((scale) => (
        <ScaleRow
          key={scale}
          scale={scale}
          value={pad.scales[scale]}
          raises={raises.find(({ of }) => of === scale)}
          onChoose={(value) => press({ type: 'scale', scale, value })}
        />
      ))}
      <footer className={foot.foot}>
        <Button size="large" className={foot.clear} onClick={clear} disabled={busy || !dirty}>
          Clear
        </Button>
        <Button
          size="large"
          look="primary"
          className={foot.save}
          busy={busy}
          disabled={entered === 0}
          onClick={() => void save()}
        >
          {submission.state === 'waiting'
            ? 'Waiting to send …'
            : `Save vitals · ${entered} of ${Math.max(SET_SIZE, entered)} entered`}
        </Button>
      </footer>
    </section>
  );
}

/** A changed time is a touch as well: what is typed after it belongs to it. */
function markTouched(touch: { current: { readonly vitals: Touch; readonly observation: Touch } | undefined }, at: Touch): void {
  touch.current ??= { vitals: at, observation: { ...touched(), at: at.at } };
}

/** Whether a key was meant for something else: a form, a menu, a button that the key presses. */
function isElsewhere(target: EventTarget | null, pad: HTMLElement | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return true;
  const dialog = target.closest('[role="dialog"], dialog');
  return dialog !== null && pad !== null && !dialog.contains(pad);
}

function actionOf(key: string, target: EventTarget | null): PadAction | undefined {
  if (/^\d$/.test(key)) return { type: 'digit', digit: Number(key) };
  if (key === 'Backspace') return { type: 'delete' };
  // Enter on a button presses that button.
  if (key === 'Enter' && !(target instanceof HTMLButtonElement)) return { type: 'next' };
  return undefined;
}

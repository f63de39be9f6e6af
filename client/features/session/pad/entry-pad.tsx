import { useEffect, useRef, useState } from 'react';
import { SIGN_NAMES, type Sign } from '../../../../shared/session/signs.ts';
import { baselineOf } from '../../../../shared/vitals/latest.ts';
import { Said } from '../entry/form-dialog.tsx';
import { ItemScaleRow } from '../scales/item-scale-row.tsx';
import { useVisit } from '../visit.ts';
import styles from './entry-pad.module.css';
import { Keypad } from './keypad.tsx';
import { OxygenRow } from './oxygen-row.tsx';
import { PadField } from './pad-field.tsx';
import foot from './pad-foot.module.css';
import { PadFoot } from './pad-foot.tsx';
import { PadHead } from './pad-head.tsx';
import { PadQuestions } from './pad-questions.tsx';
import { CHAIR_SET, enteredElsewhere, faultOf, MORE_SET } from './pad-state.ts';
import { raisedBy } from './raised-by.ts';
import { Raising } from './raising.tsx';
import { ScaleRow } from './scale-row.tsx';
import { usePad } from './use-pad.ts';
import { usePadKeys } from './use-pad-keys.ts';

interface EntryPadProps {
  /** Told after the whole set was stored; a sheet closes itself. */
  readonly onSaved?: () => void;
  readonly onDirty?: (dirty: boolean) => void;
}

/** Vital signs and scales on our own keypad: fields start empty, one save for the whole set, typed values survive a dead network. */
export function EntryPad({ onSaved, onDirty }: EntryPadProps) {
  const { session, protocol } = useVisit();
  const [more, setMore] = useState(false);
  const [changingTime, setChangingTime] = useState(false);
  const frame = useRef<HTMLElement>(null);
  // The button that saved is locked again: the next thing to do is the first field.
  const [saved, setSaved] = useState(0);
  useEffect(() => {
    if (saved > 0) frame.current?.querySelector<HTMLElement>('[data-sign]')?.focus({ preventScroll: true });
  }, [saved]);
  const entering = usePad({
    more,
    onMore: setMore,
    onCleared: () => setChangingTime(false),
    onSaved: () => {
      setSaved(saved + 1);
      onSaved?.();
    },
  });
  const { pad, submission, busy, dirty, takenAt, setTakenAt, press } = entering;
  usePadKeys(frame, press);
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);

  const beforeStart = session.phase === 'checked-in' || session.phase === 'scheduled';
  const raises = raisedBy(pad, protocol, baselineOf(session)?.systolic, beforeStart);
  const refusedSign = SIGN_NAMES.find((sign) => submission.problem?.errors?.some(({ path }) => path.endsWith(`.${sign}`)));
  const faultIn = (sign: Sign) =>
    faultOf(pad, sign) ?? (sign === refusedSign ? submission.problem?.errors?.[0]?.message : undefined);
  const fields = more ? MORE_SET : CHAIR_SET;
  const elsewhere = enteredElsewhere(pad, fields);
  const turn = (to: boolean) => {
    setMore(to);
    press({ type: 'page', signs: (to ? MORE_SET : CHAIR_SET).signs });
  };

  return (
    <section ref={frame} className={styles.pad} aria-label="Enter vitals">
      <Raising raises={raises} />
      <div className={foot.saying}>
        <Said submission={submission} />
      </div>
      <PadHead {...{ takenAt, changingTime, more }} onTakenAt={setTakenAt} onChangingTime={setChangingTime} onMore={turn} />
      <PadQuestions {...{ pad, press }} />
      <div className={styles.body}>
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
            {more && <OxygenRow onOxygen={pad.onOxygen} onChoose={(onOxygen) => press({ type: 'oxygen', onOxygen })} />}
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
      </div>
      {elsewhere !== '' && (
        <p className={styles.elsewhere}>
          Also entered: <b>{elsewhere}</b>
        </p>
      )}
      <PadFoot {...entering} />
    </section>
  );
}

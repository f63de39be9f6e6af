import { useRef, useState } from 'react';
import { shownValue } from '../../../../shared/session/shown-sign.ts';
import type { Entry } from '../../../../shared/session/state.ts';
import { ButtonsField } from '../../../components/form/field.tsx';
import { useFormats } from '../../../live/clinic-time.ts';
import type { FormProps } from '../entry/use-entry-form.ts';
import pads from '../pad/entry-pad.module.css';
import { Keypad } from '../pad/keypad.tsx';
import { OxygenRow } from '../pad/oxygen-row.tsx';
import { PadField } from '../pad/pad-field.tsx';
import { PadQuestions } from '../pad/pad-questions.tsx';
import { CHAIR_SET, emptyPad, MORE_SET, type PadAction, type PadState, pressed } from '../pad/pad-state.ts';
import { usePadKeys } from '../pad/use-pad-keys.ts';
import styles from './correct-reading.module.css';
import { faultAnew, isAnew, NOTHING_ANEW, readingAnew, type SaidAnew, saidAnew } from './corrected-reading.ts';
import { CorrectionDialog, useCorrection } from './correction.tsx';

const FIELDS = [...CHAIR_SET.signs, ...MORE_SET.signs];

/** A reading on the keypad on which it was typed: any sign changed, added or taken away; what is left empty stays as it was. */
export function CorrectReading({ entry, onClose }: FormProps & { readonly entry: Entry<'vitals-recorded'> }) {
  const formats = useFormats();
  const was = entry.data;
  const frame = useRef<HTMLElement>(null);
  const [pad, setPad] = useState<PadState>(() => {
    const { active: _, ...empty } = { ...emptyPad, formats };
    return empty;
  });
  const form = useCorrection<{ readonly said: SaidAnew }>({
    entry,
    initial: { said: NOTHING_ANEW },
    read: ({ said }) => readingAnew(was, said, formats),
    isChanged: ({ said }) => isAnew(said),
    fieldOf: () => 'said',
    says: { said: saysOf },
    onDone: onClose,
  });
  const { name, error } = form.field('said');
  const press = (action: PadAction) => {
    const isBack = action.type === 'focus' && pad.notMeasured.includes(action.sign);
    const next = pressed(isBack ? pressed(pad, action, FIELDS) : pad, isBack ? { type: 'delete' } : action, FIELDS);
    setPad(next);
    form.set({ said: saidAnew(next, was) });
  };
  usePadKeys(frame, press);
  const mayTakeAway = pad.active !== undefined && was[pad.active] !== undefined;
  const oxygen = pad.onOxygen ?? was.onOxygen;
  return (
    <CorrectionDialog {...{ entry, form, onClose }}>
      <ButtonsField {...{ name, error }}>
        <section ref={frame} className={pads.pad} aria-label="New values">
          <PadQuestions {...{ pad, press }} />
          <div className={styles.board}>
            <div className={styles.fields}>
              {FIELDS.map((sign) => (
                <PadField
                  key={sign}
                  sign={sign}
                  digits={pad.digits[sign] ?? ''}
                  notMeasured={pad.notMeasured.includes(sign)}
                  leftOut="removed"
                  before={was[sign] === undefined ? 'not measured' : `now ${shownValue(sign, was[sign], formats)}`}
                  active={pad.active === sign}
                  fault={faultAnew(pad, was, sign)}
                  raises={undefined}
                  onFocus={() => press({ type: 'focus', sign })}
                />
              ))}
            </div>
            <Keypad onPress={press} disabled={form.busy} leaveOut="Remove" mayLeaveOut={mayTakeAway} />
          </div>
          <OxygenRow onOxygen={oxygen} onChoose={(onOxygen) => onOxygen !== oxygen && press({ type: 'oxygen', onOxygen })} />
        </section>
      </ButtonsField>
    </CorrectionDialog>
  );
}

/** The fields themselves say what is wrong with one number; here is what is wrong with the whole. */
function saysOf(said: SaidAnew): string {
  if (!isAnew(said)) return 'Nothing was changed.';
  if (said.takenAway.length > 0 && Object.keys(said.digits).length === 0)
    return 'Nothing would be left, or half a pressure. Strike the whole entry instead, or remove both numbers.';
  return 'Look at the marked value; a pressure needs both numbers, the lower one below the upper.';
}

import { useState } from 'react';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { dosesGiven, sameDoseOf } from '../../../../shared/dosing/doses.ts';
import { toMs } from '../../../../shared/units.ts';
import { stopwatch } from '../../../components/duration.ts';
import { parseNumber } from '../../../components/form/parse-number.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { Choice, NumberField } from '../entry/fields.tsx';
import { FormDialog } from '../entry/form-dialog.tsx';
import type { FormProps } from '../entry/infusion-forms.tsx';
import type { Touch } from '../entry/moved.ts';
import { entryOf, touched, useSubmission } from '../entry/submission.ts';
import { useVisit } from '../visit.ts';
import { ConflictSheet } from './conflict-card.tsx';
import styles from './doses.module.css';

/** An injection or a device of a spray, given at once. What is more than the order, or too early, is said and wants a second tap. */
export function DoseForm({ onClose }: FormProps) {
  const { session, protocol } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [warned, setWarned] = useState<string>();
  const order = orderOf(session);
  const route = order?.route ?? protocol.route;
  const given = dosesGiven(session, protocol);
  const { device } = protocol;
  const dose = typed.trim() === '' ? (chosen === undefined ? undefined : Number(chosen)) : parseNumber(typed);
  const choices = [...new Set([given.next?.mg, device === undefined ? given.leftMg : undefined])].filter(
    (mg): mg is number => mg !== undefined && mg > 0,
  );
  const what = `${dose ?? '?'} mg ${route === 'im' ? 'IM' : route}`;
  const conflict =
    submission.problem?.code === 'same-dose-just-given' && dose !== undefined
      ? sameDoseOf(session, { route, doseMg: dose, at: touch.at })
      : undefined;

  /** What a person should read again before it is recorded. */
  const warning = (at: Touch) => {
    // The same dose a moment ago is a question of its own: the conflict card asks it.
    if (dose !== undefined && sameDoseOf(session, { route, doseMg: dose, at: at.at }) !== undefined) return undefined;
    if (dose !== undefined && given.leftMg !== undefined && dose > given.leftMg)
      return `${given.givenMg + dose} mg would be in, ${given.orderedMg} mg are ordered. Save again to record it all the same.`;
    if (given.next?.from !== undefined && toMs(at.at) < toMs(given.next.from))
      return `Too early: devices are ${device?.everyMin} min apart. Save again to record it all the same.`;
    return undefined;
  };
  const save = async (at: Touch) => {
    if (dose === undefined || dose <= 0 || dose > 2000) return setFault('Say how many mg were given.');
    const says = warning(at);
    setFault(says === warned ? undefined : says);
    if (says !== undefined && says !== warned) return setWarned(says);
    setTouch(at);
    if ((await submission.send([entryOf(session.patientId, at, 'give-dose', { route, doseMg: dose })])) === 1) onClose();
  };

  if (conflict !== undefined)
    return (
      <ConflictSheet
        title="Give dose"
        recorded={conflict}
        busy={submission.state !== 'idle'}
        {...{ what, touch, fault }}
        onDiscard={onClose}
        onAnother={(at) => void save({ ...touched(), at: at.at })}
      />
    );
  return (
    <FormDialog
      title="Give dose"
      submitLabel={dose === undefined ? 'Record dose' : `Record ${what} given`}
      dirty={dose !== undefined}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save(touch)}
    >
      <dl className={styles.sums} aria-label={`${order?.drug ?? protocol.drug}, ${route}`}>
        <Sum label="Ordered" mg={given.orderedMg} />
        <Sum label="Given" mg={given.givenMg} />
        <Sum label="Left" mg={given.leftMg} />
      </dl>
      <DeviceClock />
      {choices.length > 0 && (
        <Choice
          label={
            given.next === undefined
              ? `${order?.drug ?? protocol.drug}, the rest of the order`
              : `${order?.drug ?? protocol.drug}, device ${given.next.number} of ${given.next.of}`
          }
          options={choices.map((mg) => ({ value: String(mg), label: `${mg} mg` }))}
          value={typed.trim() === '' ? chosen : undefined}
          onChange={setChosen}
        />
      )}
      <NumberField
        label={choices.length > 0 ? 'Another amount' : 'Amount'}
        unit="mg"
        value={typed}
        onChange={setTyped}
        autoFocus={choices.length === 0}
      />
    </FormDialog>
  );
}

function Sum({ label, mg }: { readonly label: string; readonly mg: number | undefined }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{mg === undefined ? 'no order' : `${mg} mg`}</dd>
    </div>
  );
}

/** From when on the next device may be given, while it is too early. */
function DeviceClock() {
  const { session, protocol } = useVisit();
  const { time } = useClinicTime();
  const { next } = dosesGiven(session, protocol);
  const from = next?.from;
  const left = useNow((now) => (from === undefined || toMs(from) <= now ? '' : stopwatch(toMs(from) - now)));
  if (from === undefined || left === '' || next === undefined) return null;
  return (
    <p className={styles.wait} role="timer">
      Device {next.number} from {time(from)}, in {left}
    </p>
  );
}

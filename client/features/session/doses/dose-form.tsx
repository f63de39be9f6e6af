import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { dosesGiven, sameDoseOf } from '../../../../shared/dosing/doses.ts';
import { toMs } from '../../../../shared/units.ts';
import { stopwatch } from '../../../components/duration.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberToSend, parseNumber } from '../../../components/form/parse-number.ts';
import type { Doubt } from '../../../components/form/use-form.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useNow } from '../../../live/live.ts';
import { entryNumberSays } from '../entry/entry-schema.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import type { Touch } from '../entry/moved.ts';
import { touched } from '../entry/submission.ts';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { AllergyBlock, useAllergyHold } from '../risk/allergy-open.tsx';
import { useVisit } from '../visit.ts';
import { ConflictSheet } from './conflict-card.tsx';
import styles from './doses.module.css';
import { useConflict } from './use-conflict.ts';

interface DoseValues {
  /** One of the amounts that the order names. */
  readonly chosen: number | undefined;
  readonly typed: string;
}

const amountSays = entryNumberSays('give-dose', 'doseMg', { name: 'Dose', unit: 'mg' });

/** An injection or a device of a spray, given at once. What is more than the order, or too early, is said and wants a second tap. */
export function DoseForm({ onClose }: FormProps) {
  const { session, protocol } = useVisit();
  const order = orderOf(session);
  const route = order?.route ?? protocol.route;
  const given = dosesGiven(session, protocol);
  const { device } = protocol;

  /** What a person should read again before it is recorded. */
  const doubt = (dose: number, at: Touch): Doubt | undefined => {
    // The same dose a moment ago is a question of its own: the conflict card asks it.
    if (sameDoseOf(session, { route, doseMg: dose, at: at.at }) !== undefined) return undefined;
    if (given.leftMg !== undefined && dose > given.leftMg)
      return asked(
        `${given.givenMg + dose} mg would be in, ${given.orderedMg} mg are ordered. Save again to record it all the same.`,
      );
    if (given.next?.from !== undefined && toMs(at.at) < toMs(given.next.from))
      return asked(`Too early: devices are ${device?.everyMin} min apart. Save again to record it all the same.`);
    return undefined;
  };
  const form = useEntryForm<'give-dose', DoseValues>({
    command: 'give-dose',
    initial: { chosen: undefined, typed: '' },
    read: ({ chosen, typed }) => ({ route, doseMg: numberToSend(typed) ?? chosen }),
    fieldOf: () => 'typed',
    says: { typed: (typed) => (typed.trim() === '' ? 'Say how many mg were given.' : amountSays(typed)) },
    doubt: ({ doseMg }, at) => doubt(doseMg, at),
    onDone: onClose,
  });
  const isHeld = useAllergyHold(form);
  const { touch, setTouch, problem, values } = form;
  const dose = values.typed.trim() === '' ? values.chosen : parseNumber(values.typed);
  const what = `${dose ?? '?'} mg ${route === 'im' ? 'IM' : route}`;
  const { conflict, keep } = useConflict(problem, () =>
    dose === undefined ? undefined : sameDoseOf(session, { route, doseMg: dose, at: touch.at }),
  );
  if (conflict !== undefined)
    return (
      <ConflictSheet
        title="Give dose"
        recorded={conflict}
        busy={form.busy}
        fault={form.doubt}
        {...{ what, touch }}
        onDiscard={onClose}
        onAnother={({ at }) => {
          keep();
          setTouch({ ...touched(), at });
          void form.sendNow();
        }}
      />
    );
  const choices = [...new Set([given.next?.mg, device === undefined ? given.leftMg : undefined])].filter(
    (mg): mg is number => mg !== undefined && mg > 0,
  );
  const chosen = form.field('chosen');
  return (
    <FormDialog
      title="Give dose"
      submitLabel={dose === undefined ? 'Record dose' : `Record ${what} given`}
      timed
      locked={isHeld}
      above={<AllergyBlock waits="The dose" />}
      {...{ form, onClose }}
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
          options={choices.map((mg) => ({ value: mg, label: `${mg} mg` }))}
          {...chosen}
          value={values.typed.trim() === '' ? chosen.value : undefined}
        />
      )}
      <NumberField label={choices.length > 0 ? 'Another amount' : 'Amount'} unit="mg" {...form.field('typed')} />
    </FormDialog>
  );
}

const asked = (says: string): Doubt => ({ about: says, says });

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

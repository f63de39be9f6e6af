import { missingForResume } from '../../../../shared/deciding/resuming.ts';
import { infusionProgress, orderOf, projectedEndMs, rateSegments, WHOLE_TO } from '../../../../shared/dosing/delivered.ts';
import { round } from '../../../../shared/dosing/order.ts';
import { toInstant, toMs } from '../../../../shared/units.ts';
import { Button } from '../../../components/button.tsx';
import { Choice } from '../../../components/form/choice.tsx';
import { ButtonsField } from '../../../components/form/field.tsx';
import { known, typedText } from '../../../components/form/known.ts';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberToSend, parseNumber } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { useMoment } from '../../../live/use-moment.ts';
import { AllergyBlock, useAllergyHold } from '../risk/allergy-open.tsx';
import { useVisit } from '../visit.ts';
import styles from './ending-forms.module.css';
import { entryNumberSays } from './entry-schema.ts';
import { FormDialog } from './form-dialog.tsx';
import { type FormProps, useEntryForm } from './use-entry-form.ts';

const asOptions = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }));
const PAUSE_REASONS = ['Blood pressure', 'Distress', 'Nausea', 'Patient asks', 'Line or pump'];

interface PauseValues {
  readonly chosen: string | undefined;
  readonly reason: string;
}

export function PauseForm({ onClose }: FormProps) {
  const form = useEntryForm<'pause-infusion', PauseValues>({
    command: 'pause-infusion',
    initial: { chosen: undefined, reason: '' },
    read: ({ chosen, reason }) => ({ reason: [chosen, typedText(reason)].filter((part) => part !== undefined).join(': ') }),
    says: { reason: (typed) => (typed.trim() === '' ? 'Say why it is paused.' : 'That is too long.') },
    onDone: onClose,
  });
  return (
    <FormDialog title="Pause infusion" submitLabel="Pause infusion" timed {...{ form, onClose }}>
      <Choice label="Why" options={asOptions(PAUSE_REASONS)} {...form.field('chosen')} />
      <TextField label="In words (if none of these, or to add)" {...form.field('reason')} />
    </FormDialog>
  );
}

/** The rate from before the pause stands in the button; another one is typed. */
export function ResumeForm({ onClose }: FormProps) {
  const { session, protocol, me } = useVisit();
  const open = missingForResume(session, protocol, useMoment(session, 1_000));
  const may = me.role === 'physician';
  const form = useEntryForm({
    command: 'resume-infusion',
    initial: { rateMlPerHour: '', 'override.reason': '' },
    read: (typed) => ({
      ...known({ rateMlPerHour: numberToSend(typed.rateMlPerHour) }),
      ...(open.length > 0 && may ? { override: { reason: typed['override.reason'] } } : {}),
    }),
    says: {
      rateMlPerHour: entryNumberSays('resume-infusion', 'rateMlPerHour', { name: 'Rate', unit: 'mL/h' }),
      'override.reason': 'Going on against the limits needs a reason.',
    },
    onDone: onClose,
  });
  const isHeld = useAllergyHold(form);
  const before = rateSegments(session).at(-1)?.rateMlPerHour;
  const other = parseNumber(form.values.rateMlPerHour);
  return (
    <FormDialog
      title="Resume infusion"
      submitLabel={`Resume at ${other ?? before ?? '?'} mL/h`}
      locked={(open.length > 0 && !may) || isHeld}
      above={<AllergyBlock waits="Going on" />}
      timed
      {...{ form, onClose }}
    >
      {open.length > 0 && (
        <div className={styles.against}>
          <b>{may ? 'Against the limits' : 'Not yet'}</b>
          <ul>
            {open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {!may && <p>Measure again, or ask a physician to go on with a reason.</p>}
        </div>
      )}
      {open.length > 0 && may && <TextField label="Why it goes on all the same" {...form.field('override.reason')} />}
      <NumberField
        label="Another rate"
        unit="mL/h"
        {...form.field('rateMlPerHour')}
        hint={`Leave empty to go on at ${before ?? '?'} mL/h, as before the pause.`}
      />
    </FormDialog>
  );
}

export function RateForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const order = orderOf(session);
  const form = useEntryForm({
    command: 'change-rate',
    initial: { rateMlPerHour: '', reason: '' },
    read: ({ rateMlPerHour, reason }) => ({ rateMlPerHour: numberToSend(rateMlPerHour), reason }),
    says: {
      rateMlPerHour: entryNumberSays('change-rate', 'rateMlPerHour', { name: 'Rate', unit: 'mL/h' }),
      reason: 'Say why the rate is changed.',
    },
    refusals: { 'rate-needs-physician': 'rateMlPerHour' },
    onDone: onClose,
  });
  const isHeld = useAllergyHold(form);
  const now = infusionProgress(session, toMs(form.touch.at));
  const value = parseNumber(form.values.rateMlPerHour);
  const isMore = value !== undefined && value > (rateSegments(session).at(-1)?.rateMlPerHour ?? 0);
  const mgPerMin = value === undefined || order === undefined ? undefined : (value * order.concentrationMgPerMl) / 60;
  return (
    <FormDialog
      title="Change rate"
      submitLabel="Change rate"
      timed
      locked={isMore && isHeld}
      above={<AllergyBlock waits="A higher rate" />}
      {...{ form, onClose }}
    >
      <NumberField
        label="New rate"
        unit="mL/h"
        {...form.field('rateMlPerHour')}
        hint={`Now ${now?.rateMlPerHour ?? '?'} mL/h.${mgPerMin === undefined ? '' : ` ${value} mL/h = ${mgPerMin.toFixed(2)} mg/min.`}`}
      />
      <TextField label="Why" {...form.field('reason')} />
    </FormDialog>
  );
}

interface EndValues {
  readonly outcome: 'completed' | 'stopped-early' | undefined;
  readonly reason: string;
  readonly volumeMl: string;
}

/** The end, after the button was held: completed, or early with a reason; what the pump gave, where rate × time would not be it. */
export function EndForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const { time } = useClinicTime();
  const form = useEntryForm<'end-infusion', EndValues>({
    command: 'end-infusion',
    initial: { outcome: undefined, reason: '', volumeMl: '' },
    read: ({ outcome, reason, volumeMl }) => ({
      outcome,
      ...known({ volumeMl: numberToSend(volumeMl) }),
      ...(outcome === 'stopped-early' ? known({ reason: typedText(reason) }) : {}),
    }),
    says: {
      outcome: 'Say how it ended.',
      reason: 'An early stop needs a reason.',
      volumeMl: entryNumberSays('end-infusion', 'volumeMl', { name: 'Volume', unit: 'mL' }),
    },
    refusals: { 'more-than-ordered': 'volumeMl' },
    onDone: onClose,
  });
  const outcome = form.field('outcome');
  const atMs = toMs(form.touch.at);
  // Of the time that will be recorded, by what will be recorded.
  const progress = infusionProgress(session, atMs);
  const volumeMl = parseNumber(form.values.volumeMl);
  const strength = orderOf(session)?.concentrationMgPerMl ?? 0;
  const mg = volumeMl === undefined ? progress?.deliveredMg : round(volumeMl * strength, 2);
  const emptyAtMs = projectedEndMs(session);
  const isOver = mg !== undefined && progress !== undefined && mg > progress.orderedMg * WHOLE_TO;
  return (
    <FormDialog title="End infusion" submitLabel="End infusion" timed {...{ form, onClose }}>
      {progress !== undefined && mg !== undefined && (
        <p>
          <b>{mg.toFixed(1)}</b> of {progress.orderedMg.toFixed(1)} mg are in
          {volumeMl === undefined ? ' by the rate' : ' by the pump'}, at {time(form.touch.at)}.
        </p>
      )}
      {isOver && (
        <div className={styles.against} role="alert">
          <b>More than was ordered</b>
          <p>Say what the pump shows, or when the bag was empty.</p>
          {volumeMl === undefined && emptyAtMs !== undefined && emptyAtMs < atMs && (
            <Button onClick={() => form.setTouch({ ...form.touch, at: toInstant(Math.round(emptyAtMs)) })}>
              Bag empty at {time(emptyAtMs)}, by the rate
            </Button>
          )}
        </div>
      )}
      <ButtonsField name={outcome.name} error={outcome.error}>
        <Segmented
          label="How it ended"
          segments={[
            { value: 'completed', label: 'Completed' },
            { value: 'stopped-early', label: 'Stopped early' },
          ]}
          value={outcome.value}
          onChoose={outcome.onChange}
        />
      </ButtonsField>
      {outcome.value === 'stopped-early' && <TextField label="Why" {...form.field('reason')} />}
      <NumberField
        label="Volume on the pump"
        unit="mL"
        {...form.field('volumeMl')}
        hint="Needed where rate and time do not say it: the bag was empty before, or a rest is in the line."
      />
    </FormDialog>
  );
}

import { useState } from 'react';
import { infusionProgress, orderOf, rateSegments } from '../../../../shared/dosing/delivered.ts';
import { numberFault, parseNumber } from '../../../components/form/parse-number.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { serverClock } from '../../../live/live.ts';
import { useVisit } from '../visit.ts';
import { Choice, NumberField, TextField } from './fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import { entryOf, touched, useSubmission } from './submission.ts';

/** Forms open with a tap; that tap is the first touch of the entry. */
export interface FormProps {
  readonly onClose: () => void;
}

const asOptions = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }));
const PAUSE_REASONS = ['Blood pressure', 'Distress', 'Nausea', 'Patient asks', 'Line or pump'];

export function PauseForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [chosen, setChosen] = useState<string>();
  const [more, setMore] = useState('');
  const [fault, setFault] = useState<string>();
  const reason = [chosen, more.trim()].filter((part) => part !== undefined && part !== '').join(': ');
  const save = async () => {
    if (reason === '') return setFault('Say why it is paused.');
    if ((await submission.send([entryOf(session.patientId, touch, 'pause-infusion', { reason })])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Pause infusion"
      submitLabel="Pause infusion"
      dirty={reason !== ''}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <Choice label="Why" options={asOptions(PAUSE_REASONS)} value={chosen} onChange={setChosen} />
      <TextField label="In words (if none of these, or to add)" value={more} onChange={setMore} maxLength={900} fault={fault} />
    </FormDialog>
  );
}

/** The rate from before the pause stands in the button; another one is typed. */
export function ResumeForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [rate, setRate] = useState('');
  const [fault, setFault] = useState<string>();
  const before = rateSegments(session).at(-1)?.rateMlPerHour;
  const other = parseNumber(rate);
  const save = async () => {
    if (rate.trim() !== '' && (other === undefined || other <= 0 || other > 2000))
      return setFault(numberFault(rate) ?? 'Rate must be a number above 0, up to 2000 mL/h.');
    const data = other === undefined ? {} : { rateMlPerHour: other };
    if ((await submission.send([entryOf(session.patientId, touch, 'resume-infusion', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title="Resume infusion"
      submitLabel={`Resume at ${other ?? before ?? '?'} mL/h`}
      dirty={rate !== ''}
      {...{ submission, touch, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <NumberField
        label="Another rate"
        unit="mL/h"
        hint={`Leave empty to go on at ${before ?? '?'} mL/h, as before the pause.`}
        value={rate}
        onChange={setRate}
        fault={fault}
      />
    </FormDialog>
  );
}

/** A rate so many times the ordered one is a typing error far more often than a wish: asked about, not refused. */
const UNUSUAL_TIMES = 2;

export function RateForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [rate, setRate] = useState('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ rate?: string; reason?: string }>({});
  const [doubted, setDoubted] = useState<number>();
  const order = orderOf(session);
  const now = infusionProgress(session, serverClock.nowMs());
  const value = parseNumber(rate);
  const mgPerMin = value === undefined || order === undefined ? undefined : (value * order.concentrationMgPerMl) / 60;
  const save = async () => {
    const wrong = {
      ...(value === undefined || value <= 0 || value > 2000
        ? { rate: numberFault(rate) ?? 'Rate must be a number above 0, up to 2000 mL/h.' }
        : {}),
      ...(reason.trim() === '' ? { reason: 'Say why the rate is changed.' } : {}),
    };
    setFaults(wrong);
    if (value === undefined || Object.keys(wrong).length > 0) return;
    if (order !== undefined && value > UNUSUAL_TIMES * order.rateMlPerHour && doubted !== value) return setDoubted(value);
    if (
      (await submission.send([
        entryOf(session.patientId, touch, 'change-rate', { rateMlPerHour: value, reason: reason.trim() }),
      ])) === 1
    )
      onClose();
  };
  return (
    <FormDialog
      title="Change rate"
      submitLabel="Change rate"
      dirty={rate !== '' || reason !== ''}
      fault={
        doubted === undefined || doubted !== value
          ? undefined
          : `${value} mL/h is more than ${UNUSUAL_TIMES} times the ordered ${order?.rateMlPerHour} mL/h. Press again to change it all the same.`
      }
      {...{ submission, touch, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      <NumberField
        label="New rate"
        unit="mL/h"
        value={rate}
        onChange={setRate}
        fault={faults.rate}
        autoFocus
        hint={`Now ${now?.rateMlPerHour ?? '?'} mL/h.${mgPerMin === undefined ? '' : ` ${value} mL/h = ${mgPerMin.toFixed(2)} mg/min.`}`}
      />
      <TextField label="Why" value={reason} onChange={setReason} fault={faults.reason} maxLength={1000} />
    </FormDialog>
  );
}

type Outcome = 'completed' | 'stopped-early';

/** Less than this share of the order is no complete infusion unless somebody says so twice: pumps and drip chambers keep a rest. */
const WHOLE_FROM = 0.9;

/** The end, after the button was held: completed, or early with a reason. */
export function EndForm({ onClose }: FormProps) {
  const { session } = useVisit();
  const submission = useSubmission();
  const [touch, setTouch] = useState(touched);
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const [doubted, setDoubted] = useState(false);
  const progress = infusionProgress(session, serverClock.nowMs());
  const isFarFromWhole = progress !== undefined && progress.deliveredMg < WHOLE_FROM * progress.orderedMg;
  const save = async () => {
    if (outcome === undefined) return setFault('Say how it ended.');
    if (outcome === 'completed' && isFarFromWhole && !doubted) {
      setDoubted(true);
      const open = (progress.orderedMg - progress.deliveredMg).toFixed(1);
      return setFault(`${open} mg are not in. Press again to record it as completed all the same, or choose Stopped early.`);
    }
    if (outcome === 'stopped-early' && reason.trim() === '') return setFault('An early stop needs a reason.');
    setFault(undefined);
    const data = { outcome, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    if ((await submission.send([entryOf(session.patientId, touch, 'end-infusion', data)])) === 1) onClose();
  };
  return (
    <FormDialog
      title="End infusion"
      submitLabel="End infusion"
      dirty={outcome !== undefined || reason !== ''}
      {...{ submission, touch, fault, onClose }}
      onTouch={setTouch}
      onSubmit={() => void save()}
    >
      {progress !== undefined && (
        <p>
          {progress.deliveredMg.toFixed(1)} of {progress.orderedMg.toFixed(1)} mg are in.
        </p>
      )}
      <Segmented
        label="How it ended"
        segments={[
          { value: 'completed', label: 'Completed' },
          { value: 'stopped-early', label: 'Stopped early' },
        ]}
        value={outcome}
        onChoose={(chosen) => {
          setOutcome(chosen);
          setDoubted(false);
          setFault(undefined);
        }}
      />
      {outcome === 'stopped-early' && <TextField label="Why" value={reason} onChange={setReason} maxLength={1000} />}
    </FormDialog>
  );
}

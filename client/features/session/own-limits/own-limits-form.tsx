import { type ReactNode, useState } from 'react';
import type { Formats } from '../../../../shared/clinic/formats.ts';
import { OUTER_LIMITS } from '../../../../shared/clinic/outer-limits.ts';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { shownLimit, shownLimits, storedLimit } from '../../../../shared/clinic/shown-limit.ts';
import { protocolOf } from '../../../../shared/clinic/state.ts';
import { keysOf } from '../../../../shared/record-of.ts';
import { type OwnBound, type OwnLimitName, type OwnLimits, partsOf } from '../../../../shared/session/own-limits.ts';
import { ownLimitsOf } from '../../../../shared/vitals/own-limits.ts';
import { Choice } from '../../../components/form/choice.tsx';
import { DayField } from '../../../components/form/day-field.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { numberText, numberToSend } from '../../../components/form/parse-number.ts';
import { TextField } from '../../../components/form/text-field.tsx';
import { useFormats } from '../../../live/clinic-time.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import styles from './own-limits.module.css';

const REASONS = ['Treated hypertension', 'COPD', 'Usual for this patient'].map((value) => ({ value, label: value }));
const WORDS: Readonly<Record<OwnBound, string>> = {
  mediumHigh: 'alarm above',
  mediumLow: 'alarm below',
  highHigh: 'high alarm above',
  highLow: 'high alarm below',
  holdHigh: 'start up to',
  holdLow: 'start from',
  resumeHigh: 'go on up to',
  resumeLow: 'go on from',
  dischargeHigh: 'home up to',
  dischargeLow: 'home from',
};
const signsOf = (formats: Formats) =>
  shownLimits(formats).flatMap(({ name, label, unit }) =>
    Object.hasOwn(OUTER_LIMITS, name) ? [{ name: name as OwnLimitName, label, unit }] : [],
  );

/** A field of the form: its place in what is sent, the protocol's own number, which stands beside it, and what is in force, as shown. */
interface BoundField {
  readonly path: string;
  readonly sign: OwnLimitName;
  readonly bound: OwnBound;
  readonly label: string;
  readonly unit: string;
  readonly usual: number;
  readonly before: string;
}

/** Only limits that the protocol has can be moved. */
const fieldsOf = ({ limits }: Protocol, inForce: OwnLimits | undefined, formats: Formats): BoundField[] =>
  signsOf(formats).flatMap(({ name, label, unit }) =>
    keysOf(WORDS).flatMap((bound) => {
      const { purpose, side } = partsOf(bound);
      const stored = limits[name][purpose]?.[side];
      if (stored === undefined) return [];
      const own = inForce?.[name]?.[bound];
      return {
        ...{ path: `limits.${name}.${bound}`, sign: name, bound, label: `${label}, ${WORDS[bound]}`, unit },
        usual: shownLimit(name, stored, formats),
        before: own === undefined ? '' : numberText(shownLimit(name, own, formats)),
      };
    }),
  );

/** A number that nobody touched stays to the hundredth what it was. */
function readLimits(
  fields: readonly BoundField[],
  typed: Readonly<Record<string, string>>,
  inForce: OwnLimits | undefined,
  formats: Formats,
): OwnLimits {
  const limits: { [N in OwnLimitName]?: { [B in OwnBound]?: number } } = {};
  for (const { path, sign, bound, before } of fields) {
    const shown = numberToSend(typed[path] ?? '');
    if (shown === undefined) continue;
    const value = typed[path] === before ? inForce?.[sign]?.[bound] : storedLimit(sign, shown, formats);
    limits[sign] = { ...limits[sign], ...(value === undefined ? {} : { [bound]: value }) };
  }
  return limits;
}

type Until = 'visit' | 'day';
const UNTIL: readonly { readonly value: Until; readonly label: string }[] = [
  { value: 'visit', label: 'This visit' },
  { value: 'day', label: 'Every visit until a day' },
];

/**
 * A physician moves limits for this patient, until the visit ends or until a day. Empty is the protocol's, and everything empty gives
 * all of them back.
 */
export function OwnLimitsForm({ above, onClose }: FormProps & { readonly above: ReactNode }) {
  const { session, clinic } = useVisit();
  const [sign, setSign] = useState<OwnLimitName>('systolic');
  const protocol = protocolOf(clinic, session.protocolId, session.protocolVersion);
  const formatsNow = useFormats();
  const [formats] = useState(formatsNow);
  const [inForce] = useState(() => ownLimitsOf(session)?.data.limits);
  const fields = protocol === undefined ? [] : fieldsOf(protocol, inForce, formats);
  const form = useEntryForm<'set-limits', Record<string, string>>({
    command: 'set-limits',
    initial: {
      ...Object.fromEntries(fields.map(({ path, before }) => [path, before])),
      reason: '',
      how: 'visit',
      until: '',
    },
    read: (typed) => ({
      limits: readLimits(fields, typed, inForce, formats),
      reason: typed.reason,
      ...(typed.how === 'day' ? { until: typed.until } : {}),
    }),
    says: {
      ...Object.fromEntries(fields.map(({ path, unit }) => [path, `A number in ${unit}, or empty.`])),
      reason: 'Say why this patient has limits of their own.',
      until: 'The last day on which they hold.',
    },
    onDone: onClose,
  });
  const isTyped = ({ path }: BoundField) => form.values[path] !== '';
  return (
    <FormDialog title="Own limits" submitLabel="Set limits" {...{ form, onClose, above }}>
      <Choice
        label="Sign"
        options={signsOf(formats).map(({ name, label }) => ({ value: name, label }))}
        value={sign}
        onChange={(chosen) => setSign(chosen ?? sign)}
      />
      <div className={styles.bounds}>
        {fields
          .filter((one) => one.sign === sign || isTyped(one))
          .map(({ path, label, unit, usual }) => (
            <NumberField key={path} {...form.field(path)} label={label} unit={unit} hint={`Protocol ${usual}; empty keeps it`} />
          ))}
      </div>
      <Choice
        label="Reason, often said"
        options={REASONS}
        value={form.values.reason}
        onChange={(reason) => form.set({ reason: reason ?? '' })}
      />
      <TextField label="Why" {...form.field('reason')} value={form.values.reason ?? ''} />
      <Choice
        label="They hold for"
        options={UNTIL}
        value={form.values.how === 'day' ? 'day' : 'visit'}
        onChange={(how) => form.set({ how: how ?? 'visit' })}
        hint={form.values.how === 'day' ? undefined : 'The next visit begins with the protocol’s.'}
      />
      {form.values.how === 'day' && <DayField label="Last day" {...form.field('until')} value={form.values.until ?? ''} />}
    </FormDialog>
  );
}

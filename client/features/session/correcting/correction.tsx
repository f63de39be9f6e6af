import { type ReactNode, useState } from 'react';
import { EVENT_ROWS } from '../../../../shared/session/said/all.ts';
import type { AnyEntry } from '../../../../shared/session/state.ts';
import type { Instant } from '../../../../shared/units.ts';
import { entryText } from '../../../../shared/views/timeline.ts';
import type { FormParts } from '../../../components/form/use-form.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type EntryForm, useEntryForm } from '../entry/use-entry-form.ts';
import { useVisit } from '../visit.ts';
import { correctionSchema } from './corrected-data.ts';
import { ReasonField } from './reason-field.tsx';
import { TimeChange } from './time-change.tsx';

const REASONS = ['Mistyped', 'Misread', 'Wrong time', 'Measured again'] as const;

/** What every correction says beside the new values. */
interface Because {
  readonly reason: string;
  readonly happenedAt: Instant;
}

interface CorrectionParts<V extends object> {
  readonly entry: AnyEntry;
  /** What stands in the fields of its own. */
  readonly initial: V;
  /** The whole new data, for the schema of the entry to judge. */
  readonly read: (typed: V) => object;
  /** Whether anything of it was typed. */
  readonly isChanged: (typed: V) => boolean;
  /** Which field a path of the data stands in; the first is where "nothing was changed" stands. */
  readonly fieldOf: (path: readonly PropertyKey[], typed: V) => string;
  readonly says?: FormParts<V, never>['says'];
  readonly onDone: () => void;
}

/** A correction of one entry: new values, when it really happened, and why. */
export function useCorrection<V extends object>(parts: CorrectionParts<V>): EntryForm<V & Because> {
  const { entry, initial, read, isChanged, fieldOf, says, onDone } = parts;
  const [schema] = useState(() => correctionSchema(entry));
  return useEntryForm<'correct-entry', V & Because>({
    command: 'correct-entry',
    schema,
    initial: { ...initial, reason: '', happenedAt: entry.happenedAt },
    read: (typed) => {
      const isMoved = typed.happenedAt !== entry.happenedAt;
      return {
        eventId: entry.eventId,
        reason: typed.reason,
        data: isMoved || isChanged(typed) ? read(typed) : undefined,
        ...(isMoved ? { happenedAt: typed.happenedAt } : {}),
      };
    },
    fieldOf: ([first, ...rest], typed) => (first === 'data' ? fieldOf(rest, typed) : String(first)),
    // The names of the fields of `V` and of `Because` are those of the form.
    says: { ...says, reason: 'Say why it is corrected.' } as NonNullable<FormParts<V & Because, never>['says']>,
    refusals: { 'time-not-correctable': 'happenedAt' },
    onDone,
  });
}

interface CorrectionDialogProps<V extends object> {
  readonly entry: AnyEntry;
  readonly form: EntryForm<V & Because>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The form around it: what stood there, the fields, the time where the entry may have another, and the reason. */
export function CorrectionDialog<V extends object>({ entry, form, onClose, children }: CorrectionDialogProps<V>) {
  const because = form as unknown as EntryForm<Because>;
  return (
    <FormDialog title="Correct" submitLabel="Save correction" form={because} onClose={onClose}>
      <EntrySaid entry={entry} />
      {children}
      {EVENT_ROWS[entry.type].mend.time && <TimeChange was={entry.happenedAt} {...because.field('happenedAt')} />}
      <ReasonField label="Why it is corrected" reasons={REASONS} {...because.field('reason')} />
    </FormDialog>
  );
}

/** The entry in question, as the timeline says it. */
export function EntrySaid({ entry }: { readonly entry: AnyEntry }) {
  const { session, clinic } = useVisit();
  const { time } = useClinicTime();
  return (
    <p>
      {time(entry.happenedAt)} {entryText(entry, clinic, session)}
    </p>
  );
}

import type { AnyEntry } from '../../../../shared/session/state.ts';
import { FormDialog } from '../entry/form-dialog.tsx';
import { type FormProps, useEntryForm } from '../entry/use-entry-form.ts';
import { EntrySaid } from './correction.tsx';
import { ReasonField } from './reason-field.tsx';

const REASONS = ['Wrong patient', 'Entered twice', 'Did not happen', 'Mistyped'] as const;

/** Taken back whole, with a reason; it stays in sight, struck through. */
export function StrikeForm({ entry, onClose }: FormProps & { readonly entry: AnyEntry }) {
  const form = useEntryForm({
    command: 'strike-entry',
    initial: { reason: '' },
    read: (typed) => ({ ...typed, eventId: entry.eventId }),
    says: { reason: 'Say why it is struck.' },
    onDone: onClose,
  });
  return (
    <FormDialog title="Strike" submitLabel="Strike entry" {...{ form, onClose }}>
      <EntrySaid entry={entry} />
      <ReasonField label="Why it is struck" reasons={REASONS} {...form.field('reason')} />
    </FormDialog>
  );
}

import type { AnyEntry } from '../../../../shared/session/state.ts';
import { CorrectAdverseEvent } from '../emergency/adverse-event-form.tsx';
import type { FormProps } from '../entry/use-entry-form.ts';
import { CorrectObservation } from './correct-observation.tsx';
import { CorrectReading } from './correct-reading.tsx';
import { CorrectWords } from './correct-words.tsx';

/** The form in which an entry is corrected: each kind the way it was said. */
export function CorrectForm({ entry, onClose }: FormProps & { readonly entry: AnyEntry }) {
  switch (entry.type) {
    case 'vitals-recorded':
      return <CorrectReading entry={entry} onClose={onClose} />;
    case 'observation-recorded':
      return <CorrectObservation entry={entry} onClose={onClose} />;
    case 'adverse-event-reported':
      return <CorrectAdverseEvent entry={entry} onClose={onClose} />;
    default:
      return <CorrectWords entry={entry} onClose={onClose} />;
  }
}

import type { ReactNode } from 'react';
import { weightText } from '../../../../shared/clinic/weight-text.ts';
import type { CommandData } from '../../../../shared/session/commands.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { useClinicTime, useFormats } from '../../../live/clinic-time.ts';
import { useVisit } from '../visit.ts';
import { CheckInForm, IDENTIFIERS } from './check-in-form.tsx';
import styles from './precheck.module.css';

/** Who came: asked for once, then said in a few words. */
export function CheckInPanel({ onDone }: { readonly onDone: () => void }) {
  const done = entriesOf(useVisit().session, 'checked-in').at(-1);
  return done === undefined ? <CheckInForm onDone={onDone} /> : <CheckedIn at={done.happenedAt} data={done.data} />;
}

function CheckedIn({
  at,
  data: { weightKg, identifiers, escort },
}: {
  readonly at: string;
  readonly data: CommandData<'check-in'>;
}) {
  const { time } = useClinicTime();
  const formats = useFormats();
  return (
    <Done title="Checked in">
      <p>
        {time(at)} · {weightText(weightKg, formats)} · identified by{' '}
        {identifiers.map((one) => (one === 'mrn' ? 'MRN' : IDENTIFIERS[one].toLowerCase())).join(' and ')}
      </p>
      <p>
        {escort === undefined
          ? 'No escort named.'
          : `Escort ${escort.name}${escort.phone === undefined ? '' : `, ${escort.phone}`}`}
      </p>
      <p className={styles.hint}>A wrong weight is corrected in the timeline.</p>
    </Done>
  );
}

/** A step that is done, in a few words. */
function Done({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.form}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

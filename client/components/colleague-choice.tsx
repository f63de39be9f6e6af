import type { Staff } from '../../shared/clinic/records.ts';
import type { ClinicState } from '../../shared/clinic/state.ts';
import type { Id } from '../../shared/units.ts';
import styles from './colleague-choice.module.css';
import { Disc } from './disc.tsx';

/** Who can take a visit over from somebody: active nurses, then physicians, by name. */
export function colleaguesOf({ staff }: ClinicState, notId: Id | undefined): Staff[] {
  const rank = { nurse: 0, physician: 1 } as const;
  return [...staff.values()]
    .flatMap((one) => (one.role === 'nurse' || one.role === 'physician' ? [{ ...one, role: one.role }] : []))
    .filter(({ active, id }) => active && id !== notId)
    .sort((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name, 'en'));
}

interface ColleagueChoiceProps {
  readonly colleagues: readonly Staff[];
  readonly value: Id | undefined;
  readonly onChoose: (id: Id) => void;
}

/** To whom: whole names, nobody chosen beforehand. */
export function ColleagueChoice({ colleagues, value, onChoose }: ColleagueChoiceProps) {
  return (
    <fieldset className={styles.people}>
      <legend className="vh">To whom</legend>
      {colleagues.map(({ id, name, initials, title, role }) => (
        <button key={id} type="button" aria-pressed={value === id} onClick={() => onChoose(id)}>
          <Disc initials={initials} />
          <span>
            <b>{name}</b>
            <small>{title ?? role}</small>
          </span>
        </button>
      ))}
    </fieldset>
  );
}

import type { Id } from '../../../shared/units.ts';
import { Segmented } from '../../components/segmented.tsx';
import styles from './board.module.css';
import { useNursesOnDuty } from './use-board.ts';

const ALL = 'all';

interface NurseFilterProps {
  readonly value: Id | undefined;
  readonly onChange: (nurseId: Id | undefined) => void;
}

/** Dims the cards of other nurses. It never hides an alarm. */
export function NurseFilter({ value, onChange }: NurseFilterProps) {
  const nurses = useNursesOnDuty();
  if (nurses.length === 0) return null;
  const segments = [
    { value: ALL, label: 'All' },
    ...nurses.map(({ id, initials, name }) => ({ value: id, label: initials, said: name })),
  ];
  return (
    <div className={styles.filter}>
      <span className={styles.filterLabel} aria-hidden="true">
        Nurse
      </span>
      <Segmented
        label="Nurse filter; alarms of other nurses stay visible"
        segments={segments}
        value={value ?? ALL}
        onChoose={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
        size="pointer"
      />
    </div>
  );
}

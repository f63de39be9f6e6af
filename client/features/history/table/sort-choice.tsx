import { HISTORY_SORTS, type HistoryOrder, historyOrderSchema } from '../../../../shared/wire/history.ts';
import { COLUMNS } from './columns.tsx';
import styles from './sort-choice.module.css';

interface SortChoiceProps {
  readonly order: HistoryOrder;
  readonly onSort: (order: HistoryOrder) => void;
}

/** Sorting where there are no column headers to press: narrow screens only. */
export function SortChoice({ order, onSort }: SortChoiceProps) {
  return (
    <label className={styles.sort}>
      <span>Sort by</span>
      <select
        value={order}
        onChange={(event) => {
          const chosen = historyOrderSchema.safeParse(event.target.value);
          if (chosen.success) onSort(chosen.data);
        }}
      >
        {HISTORY_SORTS.flatMap((sort) => {
          const column = COLUMNS.find((one) => one.sort === sort);
          if (column === undefined) return [];
          const name = column.said ?? column.label;
          const isDate = sort === 'plannedStart';
          return [
            <option key={`-${sort}`} value={`-${sort}`}>
              {name}, {isDate ? 'newest first' : 'downwards'}
            </option>,
            <option key={sort} value={sort}>
              {name}, {isDate ? 'oldest first' : 'upwards'}
            </option>,
          ];
        })}
      </select>
    </label>
  );
}

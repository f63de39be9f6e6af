import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { HistoryOrder } from '../../../../shared/wire/history.ts';
import { cx } from '../../../components/cx.ts';
import { COLUMNS, type Column } from './columns.tsx';
import styles from './grid.module.css';
import { nextOrder } from './next-order.ts';

interface HeaderRowProps {
  readonly order: HistoryOrder;
  readonly onSort: (order: HistoryOrder) => void;
}

/** The names of the columns; a press sorts by one, a second press the other way round. */
export const HeaderRow = memo(function HeaderRow({ order, onSort }: HeaderRowProps) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.row}>
        {COLUMNS.map((column) => (
          <th
            key={column.name}
            scope="col"
            aria-sort={sortOf(column, order)}
            className={cx(styles.cell, styles[column.name], column.numeric && styles.numeric)}
          >
            {column.sort === undefined ? (
              <Name column={column} />
            ) : (
              <button type="button" title={column.said} onClick={() => onSort(nextOrder(column, order))}>
                <Name column={column} />
                {order === column.sort && <ArrowUp size={14} aria-hidden="true" />}
                {order === `-${column.sort}` && <ArrowDown size={14} aria-hidden="true" />}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
});

function Name({ column: { label, said } }: { readonly column: Column }) {
  if (said === undefined) return label;
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className="vh">{said}</span>
    </>
  );
}

function sortOf({ sort }: Column, order: HistoryOrder): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === undefined) return undefined;
  if (order === sort) return 'ascending';
  return order === `-${sort}` ? 'descending' : 'none';
}

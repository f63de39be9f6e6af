import type { HistoryOrder } from '../../../../shared/wire/history.ts';
import type { Column } from './columns.tsx';

/** What a press on a column's name sorts by. Dates and large numbers begin with the newest and the largest, names with A. */
export function nextOrder({ sort, first }: Pick<Column, 'sort' | 'first'>, order: HistoryOrder): HistoryOrder {
  if (sort === undefined) return order;
  if (order === sort) return `-${sort}`;
  if (order === `-${sort}`) return sort;
  return first === 'down' ? `-${sort}` : sort;
}

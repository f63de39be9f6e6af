import type { Rows } from '../use-history.ts';
import styles from './grid.module.css';

interface RowsFooterProps {
  readonly rows: Rows;
  /** First and last row in sight, from 1. */
  readonly first: number;
  readonly last: number;
}

const number = (value: number): string => value.toLocaleString('en-US');

/** Where in the list one is, and that rows are on their way. */
export function RowsFooter({ rows: { total, loaded, isLoading, at }, first, last }: RowsFooterProps) {
  if (total === undefined) return <footer className={styles.foot}>Looking …</footer>;
  return (
    <footer className={styles.foot}>
      <span>
        {number(first)} to {number(last)} of {number(total)} {total === 1 ? 'session' : 'sessions'}
      </span>
      {isLoading && at(last - 1) === undefined && <span>fetching, {number(loaded)} here …</span>}
    </footer>
  );
}

import { memo } from 'react';
import type { SessionSummary } from '../../../../shared/views/session-summary.ts';
import { cx } from '../../../components/cx.ts';
import type { ClinicTime } from '../../../live/clinic-time.ts';
import { COLUMNS } from './columns.tsx';
import styles from './grid.module.css';

interface SessionRowProps {
  readonly id: string;
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: SessionSummary | undefined;
  readonly time: ClinicTime;
  /** Two lines instead of columns. */
  readonly compact: boolean;
  readonly open: boolean;
  readonly active: boolean;
  readonly top: number;
  readonly height: number;
  readonly onPress: (index: number, row: SessionSummary | undefined) => void;
}

/** One visit on a line. Renders when something of its own changes, not when the list scrolls. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { id, index, row, time, compact, open, active, top, height, onPress } = props;
  // The grid has the focus and hears the keys.
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={open}
      className={cx(styles.row, active && styles.active)}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onPress(index, row)}
    >
      {row === undefined ? (
        <td className={styles.coming}>loading …</td>
      ) : compact ? (
        <CompactCells row={row} time={time} />
      ) : (
        <Cells row={row} time={time} />
      )}
    </tr>
  );
});

interface CellsProps {
  readonly row: SessionSummary;
  readonly time: ClinicTime;
}

function Cells({ row, time }: CellsProps) {
  return COLUMNS.map(({ name, numeric, cell }) => {
    const className = cx(styles.cell, styles[name], numeric && styles.numeric);
    return name === 'patient' ? (
      <th key={name} scope="row" className={className}>
        {cell(row, time)}
      </th>
    ) : (
      <td key={name} className={className}>
        {cell(row, time)}
      </td>
    );
  });
}

/** For a narrow screen: who and when, below it what to look at. */
function CompactCells({ row, time }: CellsProps) {
  const part = (name: string) => COLUMNS.find((column) => column.name === name)?.cell(row, time);
  return (
    <>
      <th scope="row" className={styles.line}>
        <span className={styles.patient}>{part('patient')}</span>
        <span className={styles.right}>{part('date')}</span>
      </th>
      <td className={styles.line}>
        <span>{part('pressure')}</span>
        <span>
          <span className={styles.words}>SpO₂ </span>
          {part('spo2')}
        </span>
        <span>
          <span className={styles.words}>alarms </span>
          {part('alarms')}
        </span>
        <span className={styles.right}>
          <span className={styles.words}>score </span>
          {part('score')}
        </span>
      </td>
    </>
  );
}

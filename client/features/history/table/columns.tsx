import type { ReactNode } from 'react';
import type { SessionSummary } from '../../../../shared/views/session-summary.ts';
import type { HistorySort } from '../../../../shared/wire/history.ts';
import { Chip } from '../../../components/chip.tsx';
import type { ClinicTime } from '../../../live/clinic-time.ts';
import styles from './grid.module.css';
import { alarmsInWords, infusionText, markText, onTimeText, pressureText, shortPatient, shortStaff } from './row-text.ts';

export interface Column {
  readonly name: string;
  readonly label: string;
  /** Said and shown as a tooltip where the label is short. */
  readonly said?: string;
  readonly sort?: HistorySort;
  /** Which way the first press sorts. */
  readonly first?: 'down';
  readonly numeric?: true;
  readonly cell: (row: SessionSummary, time: ClinicTime) => ReactNode;
}

/** The columns of the table in their order; narrow screens drop some (grid.module.css). */
export const COLUMNS: readonly Column[] = [
  {
    name: 'date',
    label: 'Date',
    sort: 'plannedStart',
    first: 'down',
    cell: ({ plannedStart }, time) => (
      <>
        {time.dayMonth(plannedStart)} <span className={styles.quiet}>{time.time(plannedStart)}</span>
      </>
    ),
  },
  {
    name: 'patient',
    label: 'Patient',
    sort: 'patient',
    cell: ({ patientName }) => (
      <>
        <span className={styles.short}>{shortPatient(patientName)}</span>
        <span className={styles.full}>{patientName}</span>
      </>
    ),
  },
  { name: 'infusion', label: 'Inf.', said: 'Infusion of the series', cell: (row) => infusionText(row) ?? <Words>no plan</Words> },
  {
    name: 'indication',
    label: 'Ind.',
    said: 'Indication',
    sort: 'indication',
    cell: ({ indication }) => indication ?? <Words>none</Words>,
  },
  {
    name: 'chair',
    label: 'Chair',
    sort: 'chair',
    numeric: true,
    cell: ({ chairLabel }) => chairLabel ?? <Words>none</Words>,
  },
  {
    name: 'minutes',
    label: 'Min',
    said: 'Minutes that the infusion ran',
    sort: 'durationMin',
    first: 'down',
    numeric: true,
    cell: ({ durationMin }) => durationMin ?? <Words>n/a</Words>,
  },
  {
    name: 'dose',
    label: 'Dose mg',
    said: 'Delivered, mg',
    sort: 'deliveredMg',
    first: 'down',
    numeric: true,
    cell: ({ deliveredMg }) => deliveredMg?.toFixed(1) ?? <Words>none</Words>,
  },
  {
    name: 'pressure',
    label: 'Max BP',
    said: 'Highest blood pressure',
    sort: 'maxSystolic',
    first: 'down',
    numeric: true,
    cell: (row) => {
      const text = pressureText(row);
      return text === undefined ? <Words>not meas.</Words> : <b>{text}</b>;
    },
  },
  {
    name: 'spo2',
    label: 'Min SpO₂',
    said: 'Lowest SpO₂, percent',
    sort: 'minSpo2',
    numeric: true,
    cell: ({ minSpo2 }) => minSpo2 ?? <Words>not meas.</Words>,
  },
  { name: 'alarms', label: 'Alarms', sort: 'alarms', first: 'down', cell: (row) => <Alarms row={row} /> },
  {
    name: 'onTime',
    label: 'On time',
    said: 'Readings on time',
    sort: 'onTimePercent',
    numeric: true,
    cell: (row) => onTimeText(row) ?? <Words>n/a</Words>,
  },
  {
    name: 'score',
    label: 'Score',
    said: 'Discharge score',
    sort: 'score',
    numeric: true,
    cell: (row) => {
      const mark = markText(row);
      if (mark === undefined) return row.score ?? <Words>no score</Words>;
      return (
        <>
          <Chip>{mark}</Chip> {row.score}
        </>
      );
    },
  },
  { name: 'charted', label: 'Charted by', cell: ({ chartedBy }) => <Signer name={chartedBy} /> },
  { name: 'reviewed', label: 'Reviewed by', cell: ({ reviewedBy }) => <Signer name={reviewedBy} /> },
];

function Words({ children }: { readonly children: ReactNode }) {
  return <span className={styles.words}>{children}</span>;
}

/** Who signed, or that nobody has. */
function Signer({ name }: { readonly name: string | null }) {
  return name === null ? <Words>not signed</Words> : shortStaff(name);
}

function Alarms({ row }: { readonly row: SessionSummary }) {
  const { alarmsHigh, alarmsMedium, alarmsLow } = row;
  const said = alarmsInWords(row);
  if (said === 'none') return <Words>none</Words>;
  return (
    <>
      <span className="vh">{said}</span>
      <span aria-hidden="true">
        {alarmsHigh > 0 && <span className={styles.high}>*** {alarmsHigh}</span>}
        {alarmsMedium > 0 && <span className={styles.medium}>** {alarmsMedium}</span>}
        {alarmsLow > 0 && <span className={styles.low}>* {alarmsLow}</span>}
      </span>
    </>
  );
}

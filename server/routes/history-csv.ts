import type { HistoryReader } from '../../db/store.ts';
import type { SessionSummary } from '../../shared/views/session-summary.ts';
import type { HistoryQuery } from '../../shared/wire/history.ts';
import { type Cell, csvLine } from './csv.ts';

const COLUMNS: readonly (readonly [heading: string, cell: (row: SessionSummary) => Cell])[] = [
  ['session', (row) => row.sessionId],
  ['planned start', (row) => row.plannedStart],
  ['patient', (row) => row.patientName],
  ['MRN', (row) => row.mrn],
  ['indication', (row) => row.indication],
  ['infusion', (row) => row.infusionNumber],
  ['of', (row) => row.infusionsPlanned],
  ['chair', (row) => row.chairLabel],
  ['nurse', (row) => row.nurseName],
  ['status', (row) => row.status],
  ['started', (row) => row.startedAt],
  ['ended', (row) => row.endedAt],
  ['discharged', (row) => row.dischargedAt],
  ['duration min', (row) => row.durationMin],
  ['recovery min', (row) => row.recoveryMin],
  ['ordered mg', (row) => row.orderedMg],
  ['delivered mg', (row) => row.deliveredMg],
  ['highest systolic mmHg', (row) => row.maxSystolic],
  ['highest diastolic mmHg', (row) => row.maxDiastolic],
  ['lowest SpO2 %', (row) => row.minSpo2],
  ['alarms high', (row) => row.alarmsHigh],
  ['alarms medium', (row) => row.alarmsMedium],
  ['alarms low', (row) => row.alarmsLow],
  ['acknowledged after s (median)', (row) => row.acknowledgeSeconds],
  ['readings due', (row) => row.vitalsDue],
  ['readings on time', (row) => row.vitalsOnTime],
  ['discharge score', (row) => row.score],
  ['stopped early', (row) => row.stoppedEarly],
  ['overridden', (row) => row.overridden],
  ['adverse events', (row) => row.adverseEvents],
  ['corrected', (row) => row.corrected],
  ['charted by', (row) => row.chartedBy],
  ['reviewed by', (row) => row.reviewedBy],
];

/** Rows that are asked for at once: memory stays small however long the table is. */
const PAGE = 500;

/** The table as CSV, page by page. */
export async function* historyCsv(history: HistoryReader, query: HistoryQuery): AsyncGenerator<string> {
  yield csvLine(COLUMNS.map(([heading]) => heading));
  let cursor: string | null = null;
  do {
    const page = await history.page({ ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    yield page.rows.map((row) => csvLine(COLUMNS.map(([, cell]) => cell(row)))).join('');
    cursor = page.next;
  } while (cursor !== null);
}

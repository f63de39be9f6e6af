import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import type { DischargeScale } from '../../../../shared/scores/discharge-scale.ts';
import { DISCHARGE_SCALES, proposeDischargeScore } from '../../../../shared/scores/discharge-scales.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import type { Entry, SessionState } from '../../../../shared/session/state.ts';
import type { Instant } from '../../../../shared/units.ts';
import { baselineOf, bloodPressures, firstDrugAt, latestOf, seriesOf } from '../../../../shared/vitals/latest.ts';

/** Rows that a person has confirmed on this screen since the last score was saved. */
export type Confirmed = Readonly<Record<string, number>>;

/** One row as it stands: confirmed just now, scored before, proposed by the app, or open. */
export interface ScoreRow {
  readonly id: string;
  readonly label: string;
  readonly anchors: readonly { readonly value: number; readonly label: string }[];
  readonly value?: number;
  readonly state: 'confirmed' | 'scored' | 'proposed' | 'open';
}

export interface ScoreBoard {
  readonly scale: DischargeScale;
  readonly rows: readonly ScoreRow[];
  /** Sum of the rows that a person confirmed or proposed rows would give; the words beside it say which. */
  readonly total: number;
  readonly open: number;
  readonly proposed: number;
  /** The last saved score, while nothing newer is being filled in. */
  readonly saved: Entry<'discharge-scored'> | undefined;
  /** When the reading was taken that the proposals come from. */
  readonly readingAt?: Instant;
  /** The whole answer once each row is confirmed by a person; absent until then and while nothing has changed. */
  readonly answers?: Record<string, number>;
}

/**
 * The discharge score on screen. A saved score stands until a person touches a row or a newer reading changes what is
 * proposed; a proposal is never counted as given: it has to be confirmed.
 */
export function scoreBoard(session: SessionState, protocol: Protocol, confirmed: Confirmed): ScoreBoard {
  const scale = DISCHARGE_SCALES[protocol.recovery.scale];
  const saved = entriesOf(session, 'discharge-scored').findLast(({ data }) => data.scale === scale.id);
  const pressure = bloodPressures(session).at(-1);
  const touched = Object.keys(confirmed).length > 0;
  // By the log's order: two devices' seconds never agree.
  const readingPosition = session.entries.find(({ eventId }) => eventId === pressure?.eventId)?.position ?? 0;
  const outdated = saved !== undefined && readingPosition > saved.position;
  const baseline = baselineOf(session);
  const drugAt = firstDrugAt(session);
  const restingHeartRate =
    drugAt === undefined ? undefined : seriesOf(session, 'heartRate').findLast(({ at }) => at <= drugAt)?.value;
  const vitals = entriesOf(session, 'vitals-recorded').findLast(({ data }) => data.spo2 !== undefined)?.data;
  const proposals = proposeDischargeScore(
    scale.id,
    {
      systolic: pressure?.systolic,
      heartRate: latestOf(session, 'heartRate')?.value,
      spo2: vitals?.spo2,
      onOxygen: vitals?.onOxygen,
      nausea: latestOf(session, 'nausea')?.value,
      pain: latestOf(session, 'pain')?.value,
    },
    baseline === undefined ? undefined : { systolic: baseline.systolic, heartRate: restingHeartRate },
  );
  const rows = scale.items.map((item): ScoreRow => {
    const shown = { id: item.id, label: item.label, anchors: item.anchors.toSorted((a, b) => a.value - b.value) };
    const now = confirmed[item.id];
    if (now !== undefined) return { ...shown, value: now, state: 'confirmed' };
    const proposal = proposals[item.id];
    const before = saved?.data.items[item.id];
    // A newer reading asks again for what follows from it; what a person saw and said stays.
    if (before !== undefined && !(outdated && proposal !== undefined)) return { ...shown, value: before, state: 'scored' };
    return proposal === undefined ? { ...shown, state: 'open' } : { ...shown, value: proposal, state: 'proposed' };
  });
  const answers: Record<string, number> = {};
  for (const row of rows) if (row.value !== undefined && row.state !== 'proposed') answers[row.id] = row.value;
  const whole = Object.keys(answers).length === rows.length;
  return {
    scale,
    rows,
    total: rows.reduce((sum, { value }) => sum + (value ?? 0), 0),
    open: rows.filter(({ state }) => state === 'open').length,
    proposed: rows.filter(({ state }) => state === 'proposed').length,
    saved,
    ...(pressure === undefined ? {} : { readingAt: pressure.at }),
    ...(whole && touched ? { answers } : {}),
  };
}

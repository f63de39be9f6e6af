import { wholeName } from '../clinic/patient-names.ts';
import type { ClinicState } from '../clinic/state.ts';
import { deliveredMg, infusionProgress, orderOf } from '../dosing/delivered.ts';
import { entriesOf, foldEntries, lastHappenedMs } from '../session/entries.ts';
import type { Phase } from '../session/phase.ts';
import type { SessionState } from '../session/state.ts';
import { type Id, type Instant, MINUTE_MS, toMs } from '../units.ts';
import { firstDrugAt } from '../vitals/latest.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import { median } from './median.ts';
import { vitalsPunctuality } from './punctuality.ts';

/** One visit on one line, for the history table and its tiles. Missing is null, never 0. */
export interface SessionSummary {
  readonly sessionId: Id;
  readonly patientId: Id;
  readonly patientName: string;
  readonly mrn: string;
  readonly indication: string | null;
  readonly infusionNumber: number | null;
  readonly infusionsPlanned: number | null;
  readonly protocolId: Id;
  readonly chairId: Id | null;
  readonly chairLabel: string | null;
  readonly nurseId: Id | null;
  readonly nurseName: string | null;
  readonly status: Phase;
  readonly plannedStart: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly dischargedAt: Instant | null;
  readonly durationMin: number | null;
  readonly recoveryMin: number | null;
  readonly orderedMg: number | null;
  readonly deliveredMg: number | null;
  readonly maxSystolic: number | null;
  readonly maxDiastolic: number | null;
  readonly minSpo2: number | null;
  readonly alarmsHigh: number;
  readonly alarmsMedium: number;
  readonly alarmsLow: number;
  /** Median of this session's acknowledgement times, seconds. */
  readonly acknowledgeSeconds: number | null;
  readonly vitalsDue: number;
  readonly vitalsOnTime: number;
  readonly score: number | null;
  readonly stoppedEarly: boolean;
  readonly overridden: boolean;
  readonly corrected: boolean;
  readonly adverseEvents: number;
  readonly chartedBy: string | null;
  readonly reviewedBy: string | null;
}

/**
 * The line of one visit. Pure function of the visit and the clinic's records: a rebuild gives the same line.
 * Numbers that grow with time (delivered mg, minutes) are as of the visit's last event.
 */
export function summarizeSession(session: SessionState, clinic: ClinicState): SessionSummary {
  const patient = clinic.patients.get(session.patientId);
  const protocol = protocolFor(clinic, session);
  const asOfMs = lastHappenedMs(session);
  const progress = infusionProgress(session, asOfMs);
  const drugAt = firstDrugAt(session);
  const given = drugAt !== undefined;
  const highest = highestPressures(session);
  const alarms = ofAlarms(session.alarms);
  const endedAt = progress?.endedAt ?? (given && progress === undefined ? drugAt : null) ?? null;
  const over = entriesOf(session, 'discharged')[0] ?? entriesOf(session, 'session-aborted')[0];
  const chairId = session.chairId ?? session.plannedChairId ?? null;
  const punctuality = protocol === undefined ? { due: 0, onTime: 0 } : vitalsPunctuality(session, protocol);
  const signedBy = (meaning: 'charted' | 'reviewed') => {
    const signature = entriesOf(session, 'record-signed').find(({ data }) => data.meaning === meaning);
    return signature === undefined ? null : (clinic.staff.get(signature.actor.id)?.name ?? null);
  };
  return {
    sessionId: session.id,
    patientId: session.patientId,
    patientName: patient === undefined ? '' : wholeName(patient),
    mrn: patient?.mrn ?? '',
    indication: session.indication ?? null,
    infusionNumber: session.infusionNumber ?? null,
    infusionsPlanned: session.infusionsPlanned ?? null,
    protocolId: session.protocolId,
    chairId,
    chairLabel: chairId === null ? null : (clinic.chairs.get(chairId)?.label ?? null),
    nurseId: session.nurseId ?? null,
    nurseName: session.nurseId === undefined ? null : (clinic.staff.get(session.nurseId)?.name ?? null),
    status: session.phase,
    plannedStart: session.plannedStart,
    startedAt: drugAt ?? null,
    endedAt,
    dischargedAt: session.phase === 'discharged' ? (over?.happenedAt ?? null) : null,
    durationMin: progress === undefined ? null : Math.round(progress.runMs / MINUTE_MS),
    recoveryMin:
      endedAt === null || over === undefined
        ? null
        : Math.max(0, Math.round((toMs(over.happenedAt) - toMs(endedAt)) / MINUTE_MS)),
    orderedMg: orderOf(session)?.doseMg ?? null,
    deliveredMg: given ? deliveredMg(session, asOfMs) : null,
    maxSystolic: highest?.systolic ?? null,
    maxDiastolic: highest?.diastolic ?? null,
    minSpo2: lowestSpo2(session) ?? null,
    alarmsHigh: alarms.high,
    alarmsMedium: alarms.medium,
    alarmsLow: alarms.low,
    acknowledgeSeconds: alarms.acknowledgeSeconds,
    vitalsDue: punctuality.due,
    vitalsOnTime: punctuality.onTime,
    score: entriesOf(session, 'discharge-scored').at(-1)?.data.total ?? null,
    stoppedEarly: entriesOf(session, 'infusion-ended').some(({ data }) => data.outcome === 'stopped-early'),
    overridden:
      entriesOf(session, 'check-overridden').length > 0 ||
      entriesOf(session, 'discharged').some(({ data }) => data.override !== undefined),
    corrected: anyCorrected(session),
    adverseEvents: entriesOf(session, 'adverse-event-reported').length,
    chartedBy: signedBy('charted'),
    reviewedBy: signedBy('reviewed'),
  };
}

/** Counts of a visit's alarms. The list stays the same while no alarm changes, so most entries find it counted. */
function ofAlarms(alarms: SessionState['alarms']) {
  const known = countedAlarms.get(alarms);
  if (known !== undefined) return known;
  const raised = (priority: string) => alarms.filter((alarm) => alarm.priority === priority).length;
  const counted = {
    high: raised('high'),
    medium: raised('medium'),
    low: raised('low'),
    acknowledgeSeconds: median(acknowledgementSeconds(alarms)),
  };
  countedAlarms.set(alarms, counted);
  return counted;
}

type CountedAlarms = Pick<SessionSummary, 'acknowledgeSeconds'> & Record<'high' | 'medium' | 'low', number>;
const countedAlarms = new WeakMap<SessionState['alarms'], CountedAlarms>();

/** Seconds from each alarm being raised to somebody taking it, oldest alarm first. */
export function acknowledgementSeconds(alarms: SessionState['alarms']): number[] {
  return alarms.flatMap(({ acknowledged, raisedAt }) =>
    acknowledged === undefined ? [] : [Math.max(0, (toMs(acknowledged.at) - toMs(raisedAt)) / 1000)],
  );
}

/** The highest of each number of the blood pressure, not of one reading. */
const highestPressures = foldEntries<{ readonly systolic: number; readonly diastolic: number } | undefined>({
  empty: () => undefined,
  add(highest, entry) {
    if (entry.type !== 'vitals-recorded' || entry.struck !== undefined) return highest;
    const { systolic, diastolic } = entry.data;
    if (systolic === undefined || diastolic === undefined) return highest;
    return {
      systolic: Math.max(systolic, highest?.systolic ?? systolic),
      diastolic: Math.max(diastolic, highest?.diastolic ?? diastolic),
    };
  },
});

const anyCorrected = foldEntries<boolean>({
  empty: () => false,
  add: (found, { corrections, struck }) => found || corrections.length > 0 || struck !== undefined,
});

const lowestSpo2 = foldEntries<number | undefined>({
  empty: () => undefined,
  add(lowest, entry) {
    const spo2 = entry.type === 'vitals-recorded' && entry.struck === undefined ? entry.data.spo2 : undefined;
    return spo2 === undefined || (lowest !== undefined && lowest <= spo2) ? lowest : spo2;
  },
});

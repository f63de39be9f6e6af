import type { Protocol } from '../clinic/protocol.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { type Instant, MINUTE_MS, toInstant, toMs } from '../units.ts';
import { bloodPressures, firstDrugAt } from './latest.ts';

/** When the next reading is due. Absent before the start and after the visit: then nothing is due by the clock. */
export interface VitalsSchedule {
  /** The reading, or the start, that the interval counts from. */
  readonly from: Instant;
  /** Whether `from` is a reading. */
  readonly measured: boolean;
  readonly intervalMin: number;
  readonly graceMin: number;
  readonly dueAt: Instant;
  /** From here on it is overdue. */
  readonly overdueAt: Instant;
}

/**
 * The reading that is due next, by the protocol's interval of the present phase. A reading is a blood pressure.
 * Source: clinical.md "Protocols to seed" (10 min during, 15 min in recovery, grace 2 min).
 */
export function vitalsSchedule(session: SessionState, protocol: Protocol): VitalsSchedule | undefined {
  const drugAt = firstDrugAt(session);
  if (drugAt === undefined) return undefined;
  const last = bloodPressures(session).at(-1);
  const measured = last !== undefined && last.at > drugAt;
  const from = measured ? last.at : drugAt;
  const intervalMin = intervalOf(session, protocol, toMs(from) - toMs(drugAt));
  if (intervalMin === undefined) return undefined;
  const dueMs = toMs(from) + intervalMin * MINUTE_MS;
  return {
    from,
    measured,
    intervalMin,
    graceMin: protocol.vitals.graceMin,
    dueAt: toInstant(dueMs),
    overdueAt: toInstant(dueMs + protocol.vitals.graceMin * MINUTE_MS),
  };
}

function intervalOf(session: SessionState, protocol: Protocol, sinceDrugMs: number): number | undefined {
  switch (session.phase) {
    case 'infusing':
    case 'paused':
      return protocol.vitals.duringEveryMin;
    case 'infused':
    case 'recovering': {
      // An injection or a spray has no running infusion: the protocol's duration is watched as if it had.
      const isInfusion = entriesOf(session, 'infusion-started').length > 0;
      const stillActing = !isInfusion && sinceDrugMs < protocol.durationMin * MINUTE_MS;
      return stillActing ? protocol.vitals.duringEveryMin : protocol.vitals.recoveryEveryMin;
    }
    default:
      return undefined;
  }
}

/** When the observation after the drug began, by the protocol: at the end, or at the first or last dose. */
export function observationSince(session: SessionState, protocol: Protocol): Instant | undefined {
  const end = (entriesOf(session, 'infusion-ended')[0] ?? entriesOf(session, 'session-aborted')[0])?.happenedAt;
  // By when they were given: a dose may be recorded late.
  const doses = entriesOf(session, 'dose-given').toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  switch (protocol.recovery.clockFrom) {
    case 'first-dose':
      return doses[0]?.happenedAt ?? end;
    case 'last-dose':
      return doses.at(-1)?.happenedAt ?? end;
    case 'end':
      return end ?? doses.at(-1)?.happenedAt;
  }
}

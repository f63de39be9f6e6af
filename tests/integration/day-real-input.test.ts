import { describe, expect, it } from 'vitest';
import { startTestServer } from '../support/builders.ts';
import { endVisit, instantOf, playRecord, RECORD_BEGINS } from '../support/play-record.ts';
import type { PlayedVisit } from '../support/play-visit.ts';
import { cuffReadings, type RealReading, WITHOUT_RECORD } from '../support/real-record.ts';

const SLOW = 120_000;
/** A baseline and an hour of readings, ten minutes apart. */
const HOURS = [633, 703, 773, 843, 913] as const;

describe.skipIf(WITHOUT_RECORD)(`a real record${WITHOUT_RECORD === false ? '' : ` (${WITHOUT_RECORD})`}`, () => {
  it(
    '[DAY11, DAY12] five hours of it as five visits: every value in the record, the alarms of the tables and no other',
    async () => {
      await using server = await startTestServer({ at: RECORD_BEGINS });
      const played: RealReading[] = [];
      for (const from of HOURS) {
        const readings = cuffReadings(from, from + 60);
        const visit = await playRecord(server, readings, { durationMin: 60 });
        expect(await cuffsOf(visit)).toEqual(cuffsIn(readings));
        await endVisit(visit);
        played.push(...readings);
      }
      expect(played.map(({ minute }) => minute)).toEqual(cuffReadings(633, 963).map(({ minute }) => minute));
      expect(played.length).toBe(34);
    },
    SLOW,
  );

  it(
    '[DAY11, DAY12, DAY13] an earlier stretch with gaps of 51 to 81 minutes: overdue where nothing was measured',
    async () => {
      await using server = await startTestServer({ at: RECORD_BEGINS });
      const readings = cuffReadings(14, 623);
      const cards = new Set<string>();
      const overdue = { low: 0, medium: 0 };
      const visit = await playRecord(
        server,
        readings,
        { durationMin: 660 },
        {
          onReading: async (_, __, up) => {
            for (const [card, priority] of up) cards.add(`${card} ${priority}`);
          },
          onOverdue: async (_, priority) => {
            overdue[priority] += 1;
          },
        },
      );
      expect(await cuffsOf(visit)).toEqual(cuffsIn(readings));
      expect(readings.length).toBe(32);
      const gaps = readings.slice(1).map(({ minute }, place) => minute - (readings[place]?.minute ?? minute));
      expect(overdue).toEqual({ low: gaps.filter((gap) => gap >= 12).length, medium: gaps.filter((gap) => gap >= 20).length });
      expect(overdue.medium).toBe(8);
      // The stretch has all of these: a test that met none of them would prove little.
      expect([...cards].sort()).toEqual([
        'respiratoryRate high',
        'respiratoryRate medium',
        'spo2 medium',
        'systolic medium',
        'systolicChangePercent medium',
      ]);
    },
    SLOW,
  );
});

function cuffsIn(readings: readonly RealReading[]) {
  return readings.map(({ minute, data }) => [instantOf(minute), data.systolic, data.diastolic]);
}

/** Every pressure in the record of a visit, with its time. */
async function cuffsOf(visit: PlayedVisit) {
  const events = await (await visit.client('manager')).timeline(visit.sessionId);
  return events.flatMap((event) =>
    event.type === 'vitals-recorded' ? [[event.happenedAt, event.data.systolic, event.data.diastolic]] : [],
  );
}

import type { OwnLimitName } from '../session/own-limits.ts';

/**
 * How far a physician may move a limit for one patient, lowest and highest: beyond it a limit would be as good as switched off.
 * Source: clinical tables "Limits of one patient". Units: mmHg, %, /min, °C.
 */
export const OUTER_LIMITS: Readonly<Record<OwnLimitName, readonly [least: number, most: number]>> = {
  systolic: [70, 200],
  diastolic: [40, 120],
  heartRate: [35, 170],
  spo2: [80, 98],
  respiratoryRate: [6, 40],
  temperatureC: [34, 40],
  etco2: [20, 70],
};

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CommandData } from '../../shared/session/commands.ts';

/**
 * One real patient's vital signs, a row a minute. The file is no part of the project: it lies beside the checkout, and what needs
 * it is skipped where it is missing.
 */
const FILE = fileURLToPath(new URL('../../../shared/data/mimic-s00001-first-half.csv', import.meta.url));

/** Why tests of the real record are skipped; `false` when they run. */
export const WITHOUT_RECORD = existsSync(FILE) ? false : 'the real vital signs are not beside this checkout';

/** A cuff reading, with whatever the monitor showed in the same minute. */
export interface RealReading {
  readonly minute: number;
  readonly data: CommandData<'record-vitals'> & { readonly systolic: number; readonly diastolic: number };
}

/** All cuff readings from one minute to another, both included. A cell that is empty or not plausible was not measured. */
export function cuffReadings(fromMinute: number, toMinute: number): RealReading[] {
  const [head = '', ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  const columns = head.trim().split(',');
  return lines.flatMap((line): RealReading[] => {
    const cells = line.trim().split(',');
    const cell = (name: string, low: number, high: number) => {
      const text = cells[columns.indexOf(name)] ?? '';
      const value = Math.round(Number(text));
      return text === '' || value < low || value > high ? undefined : value;
    };
    const minute = Number(cells[0]);
    const [systolic, diastolic] = [cell('NBPSys', 50, 260), cell('NBPDias', 20, 160)];
    if (minute < fromMinute || minute > toMinute || systolic === undefined || diastolic === undefined) return [];
    const heartRate = cell('HR', 20, 250);
    const spo2 = cell('SpO2', 50, 100);
    const respiratoryRate = cell('RESP', 2, 60);
    const more = {
      ...(heartRate === undefined ? {} : { heartRate }),
      ...(spo2 === undefined ? {} : { spo2 }),
      ...(respiratoryRate === undefined ? {} : { respiratoryRate }),
    };
    return [{ minute, data: { systolic, diastolic, ...more } }];
  });
}

import type { Day } from '../../shared/clinic/calendar-day.ts';
import { defaultProtocols } from '../../shared/clinic/default-protocols.ts';
import type { Patient, Plan, Staff } from '../../shared/clinic/records.ts';
import type { Actor } from '../../shared/log/roles.ts';
import type { Id } from '../../shared/units.ts';
import { demoPatients } from './patients.ts';
import type { Random } from './random.ts';
import type { SeedLog } from './seed-log.ts';
import { type DayLoad, type SeedSeries, seriesOf } from './series.ts';
import { demoStaff } from './staff.ts';

const CHAIRS = 12;
const BAYS = 5;
const PATIENTS = 80;

/** The demo clinic as it stands on its first day. */
export interface DemoClinic {
  readonly staff: readonly Staff[];
  readonly patients: readonly Patient[];
  readonly series: readonly SeedSeries[];
  readonly chairIds: readonly Id[];
}

/** Sets the clinic up in the log at `atMs`: places, people, protocols, patients, plans. `weekdays` are those that have passed. */
export function setUpDemoClinic(
  log: SeedLog,
  lot: Random,
  options: { readonly atMs: number; readonly timeZone: string; readonly weekdays: readonly Day[]; readonly year: number },
): DemoClinic {
  const { atMs, timeZone, weekdays, year } = options;
  const staff = demoStaff(lot, atMs);
  const manager = actorOf(staff, 'manager');
  const admin = actorOf(staff, 'administrator');
  const physician = actorOf(staff, 'physician');
  const clinic = { id: lot.id(atMs), name: 'Harbor Lane Infusion Clinic', timeZone, demo: true };
  log.change(admin, atMs, { type: 'set-up-clinic', data: clinic });
  for (const person of staff) log.change(admin, atMs, { type: 'put-staff', data: person });
  const chairIds = Array.from({ length: CHAIRS }, () => lot.id(atMs));
  for (const [order, id] of chairIds.entries())
    log.change(admin, atMs, { type: 'put-chair', data: { id, label: String(order + 1), order, state: 'available' } });
  for (let order = 0; order < BAYS; order++) {
    const bay = { id: lot.id(atMs), label: `R${order + 1}`, order, state: 'available' as const };
    log.change(admin, atMs, { type: 'put-bay', data: bay });
  }
  const protocolIds = { iv: lot.id(atMs), im: lot.id(atMs), nasal: lot.id(atMs) };
  for (const protocol of defaultProtocols(protocolIds)) log.change(admin, atMs, { type: 'publish-protocol', data: protocol });
  const patients = demoPatients(lot, PATIENTS, atMs, year);
  for (const patient of patients) log.change(manager, atMs, { type: 'put-patient', data: patient });
  const load: DayLoad = new Map();
  const series = patients.flatMap(({ id }) => seriesOf(lot, id, protocolIds, weekdays, load, atMs));
  // A plan begins as an active one; that it has finished is said when it has.
  for (const { plan } of series) log.change(physician, atMs, { type: 'put-plan', data: begun(plan) });
  return { staff, patients, series, chairIds };
}

/** The first member of staff with a role, as who signs an entry. */
export function actorOf(staff: readonly Staff[], role: Staff['role']): Actor {
  const person = staff.find((one) => one.role === role);
  if (person === undefined) throw new Error(`The demo clinic has no ${role}`);
  return { id: person.id, role };
}

function begun(plan: Plan): Plan {
  return { ...plan, state: 'active' };
}

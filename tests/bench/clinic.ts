import { defaultProtocols } from '../../shared/clinic/default-protocols.ts';
import type { NewEvent } from '../../shared/log/event.ts';
import type { Actor } from '../../shared/log/roles.ts';
import { newFact } from '../../shared/session/fact.ts';
import { MINUTE_MS, toInstant } from '../../shared/units.ts';

/** A UUID of version 7's shape that names its kind and number. */
export function idOf(kind: number, n: number): string {
  return `00000000-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const NURSE: Actor = { id: idOf(1, 1), role: 'nurse' };
export const PASSWORD = 'correct horse battery';
const PATIENTS = 2000;
export const patientId = (n: number) => idOf(2, n % PATIENTS);
export const sessionId = (n: number) => idOf(3, n);
const [iv] = defaultProtocols({ iv: idOf(4, 1), im: idOf(4, 2), nasal: idOf(4, 3) });

/** Reference data of a clinic with 60 chairs, 20 bays, a nurse and `PATIENTS` patients. */
export function clinicEvents(now: string): NewEvent[] {
  const put = (stream: string, type: string, data: unknown): NewEvent => ({ stream, type, version: 1, happenedAt: now, data });
  const clinic = { id: idOf(9, 1), name: 'Bench', timeZone: 'UTC', demo: false };
  const nurse = { id: NURSE.id, name: 'Bench Nurse', initials: 'BN', role: 'nurse', username: 'nurse', active: true };
  return [
    put(`clinic/${clinic.id}`, 'clinic-set-up', clinic),
    put(`staff/${nurse.id}`, 'staff-put', nurse),
    put(`protocol/${iv?.id}`, 'protocol-published', iv),
    ...range(60).map((n) =>
      put(`chair/${idOf(5, n)}`, 'chair-put', { id: idOf(5, n), label: `${n + 1}`, order: n, state: 'available' }),
    ),
    ...range(20).map((n) =>
      put(`bay/${idOf(6, n)}`, 'bay-put', { id: idOf(6, n), label: `R${n + 1}`, order: n, state: 'available' }),
    ),
    ...range(PATIENTS).map((n) =>
      put(`patient/${patientId(n)}`, 'patient-put', {
        id: patientId(n),
        givenName: `Given${n % 97}`,
        familyName: `Family${n}`,
        dateOfBirth: '1980-01-01',
        mrn: `${10_000_000 + n}`,
        sex: 'unknown',
      }),
    ),
  ];
}

/** A whole past visit of ten events that began at `startMs`. */
export function pastVisit(n: number, startMs: number): NewEvent[] {
  const at = (minutes: number) => toInstant(startMs + minutes * MINUTE_MS);
  const id = sessionId(n);
  return [
    ...openVisit(n, startMs),
    newFact(id, 'infusion-ended', at(40), { outcome: 'completed' }),
    newFact(id, 'vitals-recorded', at(55), { systolic: 118 + (n % 30), diastolic: 75, heartRate: 70, spo2: 97 }),
    newFact(id, 'discharged', at(101), { missing: [] }),
  ];
}

/** The first seven events of a visit: an infusion that runs. */
export function openVisit(n: number, startMs: number): NewEvent[] {
  const at = (minutes: number) => toInstant(startMs + minutes * MINUTE_MS);
  const id = sessionId(n);
  const order = {
    drug: 'Ketamine',
    route: 'iv',
    doseMg: 40,
    concentrationMgPerMl: 1,
    durationMin: 40,
    volumeMl: 40,
    rateMlPerHour: 60,
  } as const;
  return [
    newFact(id, 'session-scheduled', at(-60), {
      patientId: patientId(n),
      protocolId: idOf(4, 1),
      protocolVersion: 1,
      plannedStart: at(0),
      indication: ['PTSD', 'MDD', 'OCD'][n % 3] ?? 'MDD',
    }),
    newFact(id, 'checked-in', at(-20), { identifiers: ['name', 'mrn'], weightKg: 80 }),
    newFact(id, 'chair-assigned', at(-19), { chairId: idOf(5, n % 60) }),
    newFact(id, 'order-written', at(-10), order),
    newFact(id, 'vitals-recorded', at(-2), { systolic: 120, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14 }),
    newFact(id, 'infusion-started', at(0), { rateMlPerHour: 60 }),
    newFact(id, 'vitals-recorded', at(0.5), { systolic: 122 + (n % 40), diastolic: 79, heartRate: 72, spo2: 97 }),
  ];
}

/** Readings of an open visit, a tenth of a second apart. */
export function readings(n: number, fromMs: number, count: number): NewEvent[] {
  return range(count).map((k) =>
    newFact(sessionId(n), 'vitals-recorded', toInstant(fromMs + k * 100), {
      systolic: 118 + (k % 20),
      diastolic: 76,
      heartRate: 70,
      spo2: 97,
    }),
  );
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

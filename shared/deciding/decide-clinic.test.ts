import { describe, expect, it } from 'vitest';
import type { ClinicCommandType } from '../clinic/changes.ts';
import { type ClinicCommand, clinicCommandSchema } from '../clinic/commands.ts';
import { defaultProtocols } from '../clinic/default-protocols.ts';
import type { ClinicEvent, NewClinicEvent } from '../clinic/events.ts';
import { foldClinic } from '../clinic/fold.ts';
import type { Chair, Clinic, Outcome, Patient, Plan, Staff } from '../clinic/records.ts';
import type { ClinicState } from '../clinic/state.ts';
import { PROBLEMS } from '../log/problems.ts';
import type { Decision } from '../log/refusal.ts';
import { decideClinic } from './decide-clinic.ts';

const NOW = '2026-11-24T08:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const id = (number: number) => `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const clinic: Clinic = { id: id(1), name: 'Fjord Clinic', timeZone: 'Europe/Oslo', demo: false };
const admin: Staff = { id: id(10), name: 'Ada Berg', initials: 'AB', role: 'administrator', username: 'ada', active: true };
const nurse: Staff = { id: id(11), name: 'Kari Lunde', initials: 'KL', role: 'nurse', username: 'kari', active: true };
const chair: Omit<Chair, 'since'> = { id: id(20), label: '1', order: 0, state: 'available' };
const bay = { id: id(30), label: 'A', order: 0, state: 'available' } as const;
const patient: Patient = {
  id: id(40),
  givenName: 'Maya',
  familyName: 'Reyes',
  dateOfBirth: '1992-03-12',
  mrn: 'M-4821',
  sex: 'female',
};
const other: Patient = { ...patient, id: id(41), familyName: 'Lind', mrn: 'M-4822' };
const [iv, im] = defaultProtocols({ iv: id(50), im: id(51), nasal: id(52) });
const plan: Plan = {
  id: id(60),
  patientId: patient.id,
  indication: 'PTSD',
  protocolId: id(50),
  route: 'iv',
  doseMgPerKg: 0.5,
  infusions: 6,
  spacingDays: 2,
  doneBefore: 0,
  state: 'active',
};
const outcome: Outcome = { id: id(70), patientId: patient.id, scale: 'phq9', total: 14, takenAt: NOW };

let sent = 1000;
function make<T extends ClinicCommandType>(type: T, data: Extract<ClinicCommand, { type: T }>['data']): ClinicCommand {
  sent += 1;
  return clinicCommandSchema.parse({ id: id(sent), type, at: NOW, data });
}

/** Wraps what was decided as the store would. */
function recorded(events: readonly NewClinicEvent[]): ClinicEvent[] {
  return events.map((event, index) => ({
    ...event,
    position: index + 1,
    streamPosition: 1,
    id: id(5000 + index),
    recordedAt: NOW,
    actor: { id: admin.id, role: 'administrator' },
    commandId: id(6000 + index),
  }));
}

/** The clinic after commands that must all be accepted. */
function given(...commands: ClinicCommand[]): ClinicState {
  return commands.reduce((state, command) => {
    const decision = decideClinic(state, command, { now: NOW });
    if (!decision.ok) throw new Error(decision.refusal.code);
    return foldClinic(recorded(decision.events), state);
  }, foldClinic([]));
}

const setUp = make('set-up-clinic', clinic);
const decide = (state: ClinicState, command: ClinicCommand, now = NOW) => decideClinic(state, command, { now });
const codeOf = (decision: Decision<NewClinicEvent>) => (decision.ok ? 'accepted' : decision.refusal.code);

describe('setting up', () => {
  it('[CLIN4] is accepted once', () => {
    expect(decide(given(), setUp)).toEqual({
      ok: true,
      events: [{ stream: `clinic/${clinic.id}`, type: 'clinic-set-up', version: 1, happenedAt: NOW, data: clinic }],
    });
    expect(codeOf(decide(given(setUp), setUp))).toBe('already-set-up');
    expect(codeOf(decide(given(setUp), make('set-up-clinic', { ...clinic, id: id(2) })))).toBe('already-set-up');
  });

  it('[CLIN4] nothing is accepted before', () => {
    for (const command of [
      make('put-staff', admin),
      make('put-chair', chair),
      make('put-patient', patient),
      make('change-clinic', clinic),
    ])
      expect(codeOf(decide(given(), command))).toBe('clinic-not-set-up');
  });

  it('[CLIN5] a clinic can change its name, never its id nor whether it is a demo', () => {
    expect(codeOf(decide(given(setUp), make('change-clinic', { ...clinic, name: 'Fjord' })))).toBe('accepted');
    expect(codeOf(decide(given(setUp), make('change-clinic', { ...clinic, id: id(2) })))).toBe('clinic-cannot-change');
    expect(codeOf(decide(given(setUp), make('change-clinic', { ...clinic, demo: true })))).toBe('clinic-cannot-change');
  });

  it('[CLIN5] the time zone must exist', () => {
    expect(codeOf(decide(given(), make('set-up-clinic', { ...clinic, timeZone: 'Europe/Atlantis' })))).toBe('unknown-time-zone');
    expect(codeOf(decide(given(setUp), make('change-clinic', { ...clinic, timeZone: 'Mars' })))).toBe('unknown-time-zone');
    expect(codeOf(decide(given(), make('set-up-clinic', { ...clinic, timeZone: 'America/New_York' })))).toBe('accepted');
  });
});

describe('chairs and bays', () => {
  it('[CLIN6] a chair knows since when it is in its state', () => {
    const state = given(setUp, make('put-chair', chair));
    expect(state.chairs.get(chair.id)).toEqual({ ...chair, since: NOW });
    const cleaning = decide(state, make('put-chair', { ...chair, state: 'cleaning' }), LATER);
    expect(cleaning).toMatchObject({ ok: true, events: [{ type: 'chair-put', data: { state: 'cleaning', since: LATER } }] });
    const renamed = decide(state, make('put-chair', { ...chair, label: '1a' }), LATER);
    expect(renamed).toMatchObject({ ok: true, events: [{ data: { label: '1a', since: NOW } }] });
  });

  it('[CLIN6] two chairs in use never have the same label, nor two bays, capitals aside', () => {
    const state = given(setUp, make('put-chair', { ...chair, label: 'w1' }), make('put-bay', bay));
    expect(codeOf(decide(state, make('put-chair', { ...chair, id: id(21), label: 'W1' })))).toBe('label-taken');
    expect(codeOf(decide(state, make('put-bay', { ...bay, id: id(31), label: 'a' })))).toBe('label-taken');
    expect(codeOf(decide(state, make('put-chair', { ...chair, id: id(21), label: 'A' })))).toBe('accepted');
  });

  it('[CLIN6] a retired chair gives its label away, and cannot come back under it', () => {
    const retired = make('put-chair', { ...chair, state: 'retired' });
    const state = given(setUp, make('put-chair', chair), retired, make('put-chair', { ...chair, id: id(21) }));
    expect(codeOf(decide(state, make('put-chair', chair)))).toBe('label-taken');
    expect(codeOf(decide(state, retired))).toBe('accepted');
    expect(codeOf(decide(state, make('put-chair', { ...chair, label: '2' })))).toBe('accepted');
  });

  it('[CLIN13] putting a record again unchanged is an event of its own', () => {
    const state = given(setUp, make('put-chair', chair), make('put-bay', bay), make('put-patient', patient));
    for (const command of [make('put-chair', chair), make('put-bay', bay), make('put-patient', patient)]) {
      const decision = decide(state, command, LATER);
      expect(decision.ok && foldClinic(recorded(decision.events), state)).toEqual(state);
    }
  });
});

describe('staff', () => {
  const state = given(setUp, make('put-staff', admin), make('put-staff', nurse));

  it('[CLIN7] a user name belongs to one person for good', () => {
    expect(codeOf(decide(state, make('put-staff', { ...nurse, id: id(12) })))).toBe('username-taken');
    const left = given(setUp, make('put-staff', admin), make('put-staff', { ...nurse, active: false }));
    expect(codeOf(decide(left, make('put-staff', { ...nurse, id: id(12) })))).toBe('username-taken');
    expect(codeOf(decide(state, make('put-staff', { ...nurse, name: 'Kari Dahl' })))).toBe('accepted');
  });

  it('[CLIN8] the last active administrator stays one', () => {
    expect(codeOf(decide(state, make('put-staff', { ...admin, active: false })))).toBe('last-administrator');
    expect(codeOf(decide(state, make('put-staff', { ...admin, role: 'manager' })))).toBe('last-administrator');
    expect(codeOf(decide(state, make('put-staff', { ...admin, name: 'Ada Holm' })))).toBe('accepted');
    const inactive = given(
      setUp,
      make('put-staff', admin),
      make('put-staff', { ...nurse, role: 'administrator', active: false }),
    );
    expect(codeOf(decide(inactive, make('put-staff', { ...admin, active: false })))).toBe('last-administrator');
    const two = given(setUp, make('put-staff', admin), make('put-staff', { ...nurse, role: 'administrator' }));
    expect(codeOf(decide(two, make('put-staff', { ...admin, active: false })))).toBe('accepted');
    expect(codeOf(decide(state, make('put-staff', { ...nurse, active: false })))).toBe('accepted');
  });
});

describe('patients, plans and outcomes', () => {
  const state = given(
    setUp,
    make('put-patient', patient),
    make('put-patient', other),
    make('publish-protocol', iv!),
    make('put-plan', plan),
    make('record-outcome', outcome),
  );

  it('[CLIN9] a medical record number belongs to one patient', () => {
    expect(codeOf(decide(state, make('put-patient', { ...other, id: id(42), mrn: 'm-4821' })))).toBe('mrn-taken');
    expect(codeOf(decide(state, make('put-patient', { ...other, mrn: patient.mrn })))).toBe('mrn-taken');
    expect(codeOf(decide(state, make('put-patient', { ...patient, familyName: 'Reyes Lind' })))).toBe('accepted');
  });

  it('[CLIN24] a date of birth is not in the future and not more than 130 years ago', () => {
    const born = (dateOfBirth: string) => codeOf(decide(state, make('put-patient', { ...patient, dateOfBirth })));
    expect(['2030-03-12', '1850-01-01'].map(born)).toEqual(['date-of-birth-not-possible', 'date-of-birth-not-possible']);
    expect(['1930-01-01', '2000-02-29'].map(born)).toEqual(['accepted', 'accepted']);
  });

  it('[CLIN10] a plan is for a known patient, a known protocol and its route, and stays with its patient', () => {
    expect(codeOf(decide(state, make('put-plan', { ...plan, id: id(61), patientId: id(99) })))).toBe('unknown-patient');
    expect(codeOf(decide(state, make('put-plan', { ...plan, id: id(61), protocolId: id(98) })))).toBe('unknown-protocol');
    expect(codeOf(decide(state, make('put-plan', { ...plan, id: id(61), route: 'im' })))).toBe('route-differs');
    expect(codeOf(decide(state, make('put-plan', { ...plan, patientId: other.id })))).toBe('record-of-other-patient');
    expect(codeOf(decide(state, make('put-plan', { ...plan, state: 'finished' })))).toBe('accepted');
    const of = (doseMgPerKg: number) => codeOf(decide(state, make('put-plan', { ...plan, doseMgPerKg })));
    expect([5, iv!.ceilingMgPerKg + 0.1].map(of)).toEqual(['dose-too-high', 'dose-too-high']);
    expect(of(iv!.ceilingMgPerKg)).toBe('accepted');
  });

  it('[CLIN12] an outcome is for a known patient, in the range of its scale, not of the future', () => {
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), patientId: id(99) })))).toBe('unknown-patient');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, patientId: other.id })))).toBe('record-of-other-patient');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), total: 28 })))).toBe('outcome-invalid');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), total: -1 })))).toBe('outcome-invalid');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), items: [1, 2] })))).toBe('outcome-invalid');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), takenAt: LATER })))).toBe(
      'happened-in-the-future',
    );
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, id: id(71), total: 0 })))).toBe('accepted');
    expect(codeOf(decide(state, make('record-outcome', { ...outcome, total: 15 })))).toBe('accepted');
  });

  it('[CLIN15] no refusal says anything about a patient', () => {
    const refused = [
      make('put-patient', { ...other, id: id(42), mrn: 'm-4821' }),
      make('put-plan', { ...plan, patientId: other.id }),
      make('record-outcome', { ...outcome, total: 28 }),
    ].map((command) => decide(state, command));
    for (const decision of refused) expect(JSON.stringify(decision)).not.toMatch(/maya|reyes|lind|4821|4822|1992/i);
  });
});

describe('protocols', () => {
  const published = given(setUp, make('publish-protocol', iv!));

  it('[CLIN11] the version is the next one, 1 for a new protocol', () => {
    expect(codeOf(decide(given(setUp), make('publish-protocol', { ...iv!, version: 2 })))).toBe('protocol-version-not-next');
    expect(codeOf(decide(published, make('publish-protocol', iv!)))).toBe('protocol-version-not-next');
    expect(codeOf(decide(published, make('publish-protocol', { ...iv!, version: 3 })))).toBe('protocol-version-not-next');
    expect(codeOf(decide(published, make('publish-protocol', { ...iv!, version: 2 })))).toBe('accepted');
    expect(codeOf(decide(published, make('publish-protocol', im!)))).toBe('accepted');
  });

  it('[CLIN11] a version does not take the older ones away', () => {
    const state = given(
      setUp,
      make('publish-protocol', iv!),
      make('publish-protocol', { ...iv!, version: 2, name: 'Ketamine IV, slow' }),
    );
    expect(state.protocols.get(iv!.id)?.map(({ version, name }) => [version, name])).toEqual([
      [1, 'Ketamine IV'],
      [2, 'Ketamine IV, slow'],
    ]);
  });

  it('[CLIN11] a protocol that contradicts itself is not published', () => {
    const next = { ...iv!, version: 2 };
    const limits = (systolic: typeof next.limits.systolic) => ({ ...next, limits: { ...next.limits, systolic } });
    for (const wrong of [
      limits({ medium: { low: 160, high: 90 } }),
      limits({ medium: { high: 160 }, high: { high: 150 } }),
      limits({ medium: { low: 90 }, high: { low: 95 } }),
      limits({ medium: { high: 0 } }),
      limits({ hold: { low: 49 } }),
      limits({ discharge: { high: 261 } }),
      { ...next, limits: { ...next.limits, temperatureC: { medium: { high: 100.4 } } } },
      { ...next, route: 'im' as const },
      { ...next, checklist: [...next.checklist, next.checklist[0]!] },
      { ...next, criteria: [...next.criteria, next.criteria[0]!] },
    ])
      expect(codeOf(decide(published, make('publish-protocol', wrong)))).toBe('protocol-invalid');
    expect(codeOf(decide(published, make('publish-protocol', limits({ medium: { low: 50, high: 260 }, hold: {} }))))).toBe(
      'accepted',
    );
  });
});

describe('refusals', () => {
  it('[CLIN15] each names a code of the list and a rule of the clinic', () => {
    const decision = decide(given(setUp), setUp);
    expect(decision).toMatchObject({ ok: false, refusal: { rule: 'CLIN4' } });
    expect(Object.keys(PROBLEMS)).toContain(codeOf(decision));
  });
});

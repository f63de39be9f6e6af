import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideClinic } from '../deciding/decide-clinic.ts';
import type { ClinicCommand } from './commands.ts';
import { defaultProtocols } from './default-protocols.ts';
import type { ClinicEvent, NewClinicEvent } from './events.ts';
import { evolveClinic } from './evolve.ts';
import { foldClinic } from './fold.ts';
import type { Protocol } from './protocol.ts';
import { type ClinicState, emptyClinic } from './state.ts';

const NOW = '2026-11-24T08:00:00.000Z';
const SEED = { seed: 20261122, numRuns: 60 };
const id = (number: number) => `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const [protocol] = defaultProtocols({ iv: id(50), im: id(51), nasal: id(52) });

function recorded(event: NewClinicEvent, position: number): ClinicEvent {
  const actor = { id: id(10), role: 'administrator' } as const;
  return { ...event, position, streamPosition: position, id: id(position), recordedAt: NOW, actor, commandId: id(position) };
}

/** Few ids, labels and names, so that they meet. */
const few = fc.integer({ min: 1, max: 4 });
const said = { id: id(1), at: NOW };
const anyCommand: fc.Arbitrary<ClinicCommand> = fc.oneof(
  fc.record({ n: few, label: few, state: fc.constantFrom('available', 'retired') }).map(
    ({ n, label, state }): ClinicCommand => ({
      ...said,
      type: 'put-chair',
      data: { id: id(100 + n), label: `${label}`, order: n, state },
    }),
  ),
  fc.record({ n: few, label: few, state: fc.constantFrom('available', 'retired') }).map(
    ({ n, label, state }): ClinicCommand => ({
      ...said,
      type: 'put-bay',
      data: { id: id(200 + n), label: `${label}`, order: n, state },
    }),
  ),
  fc.record({ n: few, name: few, role: fc.constantFrom('nurse', 'administrator'), active: fc.boolean() }).map(
    ({ n, name, role, active }): ClinicCommand => ({
      ...said,
      type: 'put-staff',
      data: { id: id(300 + n), name: 'Some One', initials: 'SO', role, username: `user${name}`, active },
    }),
  ),
  fc.record({ n: few, mrn: few }).map(
    ({ n, mrn }): ClinicCommand => ({
      ...said,
      type: 'put-patient',
      data: { id: id(400 + n), givenName: 'Some', familyName: 'One', dateOfBirth: '1990-01-01', mrn: `${mrn}`, sex: 'unknown' },
    }),
  ),
  few.map((n): ClinicCommand => ({ ...said, type: 'record-allergies', data: { id: id(400 + n), allergies: [] } })),
  few.map((n): ClinicCommand => ({ ...said, type: 'record-conditions', data: { id: id(400 + n), conditions: ['epilepsy'] } })),
  few.map((version): ClinicCommand => ({ ...said, type: 'publish-protocol', data: { ...protocol!, version } })),
  fc.record({ n: few, total: fc.integer({ min: -2, max: 30 }) }).map(
    ({ n, total }): ClinicCommand => ({
      ...said,
      type: 'record-outcome',
      data: { id: id(500 + n), patientId: id(400 + n), scale: 'phq9', total, takenAt: NOW },
    }),
  ),
);
const setUp: ClinicCommand = { ...said, type: 'set-up-clinic', data: { id: id(1), name: 'Clinic', timeZone: 'UTC', demo: true } };

/** The log that a list of commands makes, refused ones left out. */
function logOf(commands: readonly ClinicCommand[]): ClinicEvent[] {
  const log: ClinicEvent[] = [];
  let state: ClinicState = emptyClinic;
  for (const command of [setUp, ...commands]) {
    const decision = decideClinic(state, command, { now: NOW });
    if (!decision.ok) continue;
    for (const event of decision.events) {
      log.push(recorded(event, log.length + 1));
      state = evolveClinic(state, log.at(-1)!);
    }
  }
  return log;
}

function expectPossible(state: ClinicState): void {
  for (const places of [state.chairs, state.bays]) {
    const labels = [...places.values()].filter((place) => place.state !== 'retired').map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
  const usernames = [...state.staff.values()].map(({ username }) => username);
  expect(new Set(usernames).size).toBe(usernames.length);
  const mrns = [...state.patients.values()].map(({ mrn }) => mrn);
  expect(new Set(mrns).size).toBe(mrns.length);
  for (const versions of state.protocols.values())
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
  for (const { patientId, total } of state.outcomes.values()) {
    expect(state.patients.has(patientId)).toBe(true);
    expect(total).toBeGreaterThanOrEqual(0);
    expect(total).toBeLessThanOrEqual(27);
  }
}

describe('folding the reference data', () => {
  it('[CLIN14] says the same as event by event, and as a prefix and then the rest', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), fc.nat(40), (commands, cut) => {
        const log = logOf(commands);
        const whole = foldClinic(log);
        expect(whole).toEqual(log.reduce(evolveClinic, emptyClinic));
        const prefix = foldClinic(log.slice(0, cut));
        const before = structuredClone(prefix);
        expect(foldClinic(log.slice(cut), prefix)).toEqual(whole);
        expect(prefix).toEqual(before);
      }),
      SEED,
    );
  });

  it('[CLIN14] of nothing is the state it began with', () => {
    expect(foldClinic([])).toEqual(emptyClinic);
    expect(foldClinic(logOf([]), emptyClinic).clinic?.demo).toBe(true);
  });

  it('[CLIN14] no list of commands reaches an impossible clinic', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
        const log = logOf(commands);
        expectPossible(foldClinic(log));
        const administrators = log.map((_, index) => {
          const staff = [...foldClinic(log.slice(0, index + 1)).staff.values()];
          return staff.filter(({ active, role }) => active && role === 'administrator').length;
        });
        expect(administrators.every((count, index) => count > 0 || (administrators[index - 1] ?? 0) === 0)).toBe(true);
      }),
      SEED,
    );
  });

  it('[CLIN20] a protocol from before a sign had limits has none for it, and keeps the others', () => {
    const { etco2: _, ...known } = protocol!.limits;
    const old = { ...protocol!, limits: known } as Protocol;
    const log = [
      recorded({ stream: `protocol/${old.id}`, type: 'protocol-published', version: 1, happenedAt: NOW, data: old }, 1),
    ];
    const folded = foldClinic(log);
    expect(folded.protocols.get(old.id)?.[0]?.limits).toEqual({ ...known, etco2: {} });
    expect(log.reduce(evolveClinic, emptyClinic)).toEqual(folded);
  });

  it('[CLIN14] takes 50,000 records at once', () => {
    const log = Array.from({ length: 50_000 }, (_, index) =>
      recorded(
        {
          stream: `patient/${id(index)}`,
          type: 'patient-put',
          version: 1,
          happenedAt: NOW,
          data: {
            id: id(index),
            givenName: 'Some',
            familyName: 'One',
            dateOfBirth: '1990-01-01',
            mrn: `${index}`,
            sex: 'unknown',
          },
        },
        index + 1,
      ),
    );
    // One copy of the records per event would take minutes here: the runner would end it.
    expect(foldClinic(log).patients.size).toBe(50_000);
  });
});

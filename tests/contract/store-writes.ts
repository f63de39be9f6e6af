import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Write, WriteOutcome } from '../../db/store.ts';
import type { NewClinicEvent } from '../../shared/clinic/events.ts';
import type { NewEvent, Recorded } from '../../shared/log/event.ts';
import type { Actor } from '../../shared/log/roles.ts';
import type { NewSessionEvent } from '../../shared/session/events.ts';

export const NURSE: Actor = { id: '00000000-0000-7000-8000-000000000001', role: 'nurse' };
export const NINE = '2026-11-24T09:00:00.000Z';

/** A write that appends these events whatever the state. */
export function append(events: readonly NewEvent[], over: Partial<Write> = {}): Write {
  return {
    commandId: randomUUID(),
    digest: createHash('sha256').update(JSON.stringify(events)).digest('hex'),
    actor: NURSE,
    recordedAt: NINE,
    decide: () => ({ ok: true, events }),
    ...over,
  };
}

/** A write that is refused. */
export function refusal(over: Partial<Write> = {}): Write {
  return append([], {
    decide: () => ({ ok: false, refusal: { code: 'chair-occupied', rule: 'VISIT5', detail: 'Chair 3 is taken.' } }),
    ...over,
  });
}

/** `chair-put`: the plainest event there is. */
export function chairPut(id: string, label: string): NewClinicEvent {
  return {
    stream: `chair/${id}`,
    type: 'chair-put',
    version: 1,
    happenedAt: NINE,
    data: { id, label, order: 0, state: 'available' },
  };
}

export function patientPut(id: string, givenName: string, familyName: string, mrn = '00484821'): NewClinicEvent {
  return {
    stream: `patient/${id}`,
    type: 'patient-put',
    version: 1,
    happenedAt: NINE,
    data: { id, givenName, familyName, mrn, dateOfBirth: '1992-03-12', sex: 'female' },
  };
}

export function staffPut(id: string, name: string): NewClinicEvent {
  return {
    stream: `staff/${id}`,
    type: 'staff-put',
    version: 1,
    happenedAt: NINE,
    data: { id, name, initials: 'N', role: 'nurse', username: 'nurse', active: true },
  };
}

/** An event of a visit's stream. */
export function visitEvent<T extends NewSessionEvent['type']>(
  sessionId: string,
  type: T,
  data: Extract<NewSessionEvent, { type: T }>['data'],
  happenedAt = NINE,
): NewEvent {
  return { stream: `session/${sessionId}`, type, version: 1, happenedAt, data };
}

/** The first event of a visit. */
export function scheduled(
  sessionId: string,
  over: Partial<Extract<NewSessionEvent, { type: 'session-scheduled' }>['data']> = {},
): NewEvent {
  return visitEvent(sessionId, 'session-scheduled', {
    patientId: '00000000-0000-7000-8000-000000000010',
    protocolId: '00000000-0000-7000-8000-000000000040',
    protocolVersion: 1,
    plannedStart: NINE,
    ...over,
  });
}

/** The events of a write that must have been appended. */
export function appendedBy(outcome: WriteOutcome): readonly Recorded[] {
  if (outcome.kind !== 'appended') throw new Error(`Not appended: ${outcome.kind}`);
  return outcome.events;
}

/** A data folder of its own that goes when the test is over. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'chairside-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

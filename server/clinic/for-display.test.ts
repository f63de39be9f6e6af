import { expect, test } from 'vitest';
import { spelled } from '../../tests/support/spelled.ts';
import { EventsMessage } from '../live/message.ts';

const event = (type: string, data: unknown) =>
  spelled({
    position: 1,
    id: '00000000-0000-7000-8000-000000000001',
    stream: `${type.endsWith('-put') ? 'patient' : 'session'}/00000000-0000-7000-8000-000000000002`,
    streamPosition: 1,
    type,
    version: 1,
    happenedAt: '2026-11-24T09:00:00.000Z',
    recordedAt: '2026-11-24T09:00:00.000Z',
    actor: { id: '00000000-0000-7000-8000-000000000003', role: 'nurse' },
    commandId: '00000000-0000-7000-8000-000000000004',
    data,
  });

test('[LIVE9] a wall display gets no name and no free text, and no position less', () => {
  const told = new EventsMessage(0, [
    event('patient-put', { id: '00000000-0000-7000-8000-000000000002', givenName: 'Maya', familyName: 'Reyes', mrn: '00484821' }),
    event('staff-put', { id: '00000000-0000-7000-8000-000000000003', name: 'Maya', initials: 'MR', role: 'nurse', active: true }),
    event('checked-in', { identifiers: ['name', 'mrn'], weightKg: 80, escort: { name: 'Reyes' } }),
    event('note-added', { text: 'Maya is well' }),
    event('entry-corrected', { eventId: 'e', data: { text: 'Reyes', spo2: 97 }, reason: 'Maya' }),
    event('something-later', { name: 'Maya' }),
  ]);
  const display = told.json('display');
  expect(display).not.toMatch(/Maya|Reyes|00484821/);
  expect(JSON.parse(display).events).toHaveLength(6);
  expect(JSON.parse(display).events[4].data).toEqual({ eventId: 'e', data: { spo2: 97 } });
  expect(told.json('staff')).toContain('Maya');
});

test('[LIVE9] a wall display gets values and alarms whole', () => {
  const reading = event('vitals-recorded', { systolic: 118, diastolic: 74, spo2: 98 });
  const told = new EventsMessage(0, [reading]);
  expect(JSON.parse(told.json('display')).events).toEqual([reading]);
});

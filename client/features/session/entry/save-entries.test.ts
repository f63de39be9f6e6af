import { afterEach, expect, it } from 'vitest';
import { makeCommand } from '../../../live/send-command.ts';
import { outboxStore } from '../../../outbox/outbox-store.ts';
import { saveEntries } from './save-entries.ts';

const VISIT = '00000000-0000-7000-8000-00000000000a';
const PATIENT = '00000000-0000-7000-8000-0000000000aa';
const AT = '2026-11-24T09:00:00.000Z';

afterEach(() => outboxStore.setState(outboxStore.getInitialState(), true));

it.for(['waiting', 'refused'] as const)(
  '[OUT10] a visit is not signed while an entry of it is %s on this tablet',
  async (state) => {
    const command = makeCommand('add-note', { patientId: PATIENT, data: { text: 'asleep' }, at: AT });
    outboxStore.setState({ entries: [{ id: command.id, sessionId: VISIT, command, tappedAt: AT, state }] });
    const sign = makeCommand('sign-record', { patientId: PATIENT, data: { meaning: 'charted', password: 'never kept' }, at: AT });
    const saved = await saveEntries(VISIT, [sign]);
    expect(saved.accepted).toBe(0);
    expect(saved.problem).toMatchObject({ code: 'entries-waiting', rule: 'OUT10' });
    expect(saved.problem?.detail).toBe('1 entry of this visit waits on this tablet. Sign when it has been sent.');
  },
);

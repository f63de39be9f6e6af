import { newId } from '../../server/new-id.ts';
import type { CommandData } from '../../shared/session/commands.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import type { SentCommand } from './api-client.ts';
import { PATIENTS } from './small-clinic.ts';

/** A command for the first patient's visit that happens now, by the machine's clock. */
export function commandNow<T extends SessionCommandType>(type: T, data: CommandData<T>): SentCommand {
  return { id: newId(Date.now()), type, at: new Date().toISOString(), patientId: PATIENTS[0].id, data };
}

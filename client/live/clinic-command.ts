import { useRef } from 'react';
import type { ClinicCommandType } from '../../shared/clinic/changes.ts';
import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import type { Answer } from './api.ts';
import { linkStore, serverClock } from './live.ts';
import { newId } from './new-id.ts';
import { sendUntilAnswered } from './send-command.ts';

export type ClinicData<T extends ClinicCommandType> = Extract<ClinicCommand, { type: T }>['data'];

/** Sends a change of the clinic's records until the server has answered it. */
export type SendChange = <T extends ClinicCommandType>(
  type: T,
  data: ClinicData<T>,
  signal?: AbortSignal,
) => Promise<Answer<unknown>>;

/**
 * Changes from one form. The same content keeps its id, so pressing twice is one change; other content, after a refusal,
 * is another command.
 */
export function useClinicCommand(): SendChange {
  const last = useRef<{ readonly content: string; readonly id: string; readonly at: string }>(undefined);
  return (type, data, signal) => {
    const content = JSON.stringify([type, data]);
    if (last.current?.content !== content) last.current = { content, id: newId(), at: serverClock.now() };
    const { id, at } = last.current;
    return sendUntilAnswered('/api/clinic/commands', { id, type, at, data }, linkStore, signal);
  };
}

import { COMMAND_ROWS, type SessionCommandType } from '../session/said/all.ts';

/** What wants the PIN once more when the tablet was unlocked with one: a dose, an override, sending somebody home. */
export const wantsConfirmation = (type: SessionCommandType): boolean => COMMAND_ROWS[type].confirm === 'pin';

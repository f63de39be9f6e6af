import type { SessionCommandType } from '../session/commands.ts';

/** What wants the PIN once more when the tablet was unlocked with one: a dose, an override, sending somebody home. */
const CONFIRMED: ReadonlySet<SessionCommandType> = new Set(['give-dose', 'override-check', 'discharge']);

export const wantsConfirmation = (type: SessionCommandType): boolean => CONFIRMED.has(type);

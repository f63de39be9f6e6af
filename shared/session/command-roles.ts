import type { Role } from '../log/roles.ts';
import { COMMAND_ROWS, OPENING, type SessionCommandType } from './said/all.ts';

/** Who may send what. An override inside `discharge` and the author rule of corrections are decided in `decide`. */
export const COMMAND_ROLES = Object.fromEntries(
  [OPENING, ...Object.values(COMMAND_ROWS)].map(({ command, who }) => [command, who]),
) as Readonly<Record<SessionCommandType | typeof OPENING.command, readonly Role[]>>;

import type { ClinicCommandType } from '../clinic/changes.ts';
import { CLINIC_COMMAND_ROLES } from '../clinic/command-roles.ts';
import { type Role, roleSchema } from '../log/roles.ts';
import { COMMAND_ROLES } from '../session/command-roles.ts';
import type { SessionCommandType } from '../session/said/all.ts';

const ALL: readonly Role[] = roleSchema.options;
/** People, not devices. */
const STAFF: readonly Role[] = ['nurse', 'physician', 'manager', 'administrator'];
const READERS: readonly Role[] = [...STAFF, 'integration'];
const ADMINISTRATOR: readonly Role[] = ['administrator'];

/** What can be asked, watched or done besides commands. `everyone` needs no sign-in. */
export const QUESTION_ROLES = {
  'load-application': 'everyone',
  'read-documentation': 'everyone',
  'see-health': 'everyone',
  'set-up': 'everyone',
  'sign-in': 'everyone',
  'sign-out': ALL,
  'see-own-account': ALL,
  /** What a tablet seals a person's waiting entries with. */
  'get-offline-key': STAFF,
  /** A wall display sees it without names and free text. */
  'see-board': ALL,
  'follow-live': ALL,
  'see-chairs': ALL,
  'see-bays': ALL,
  'see-staff': READERS,
  'see-protocols': READERS,
  'see-patients': READERS,
  'see-plans': READERS,
  'see-outcomes': READERS,
  'see-timeline': READERS,
  'see-history': READERS,
  'export-records': READERS,
  'see-metrics': 'everyone',
  /** Each command has its own row besides. */
  'send-commands': STAFF,
  /** One's own with the old one; those of others are the administrator's. */
  'set-password': STAFF,
  'manage-tokens': ADMINISTRATOR,
  'manage-devices': ADMINISTRATOR,
  /** Whoever holds the tablet: the route wants the cookie of an enrolled one. */
  'see-this-device': 'everyone',
  unlock: 'everyone',
  'raise-emergency': 'everyone',
  lock: STAFF,
  'set-pin': STAFF,
  /** The PIN once more, on a tablet that was opened with it. */
  'confirm-with-pin': STAFF,
} as const satisfies Readonly<Record<string, readonly Role[] | 'everyone'>>;

export type QuestionRight = keyof typeof QUESTION_ROLES;
export type CommandRight = SessionCommandType | 'schedule-session' | ClinicCommandType;
export type Right = QuestionRight | CommandRight;

/** All rights in one table: commands, questions and the live doors. What is not in it nobody may do. */
export const RIGHTS: Readonly<Record<Right, readonly Role[] | 'everyone'>> = {
  ...QUESTION_ROLES,
  ...COMMAND_ROLES,
  ...CLINIC_COMMAND_ROLES,
};

/** What an enrolled tablet may do while nobody is signed in on it, as a wall display: show the board without names. */
const LOCKED: readonly Right[] = ['see-board', 'follow-live', 'see-chairs', 'see-bays'];

export const mayDoLocked = (right: Right): boolean => LOCKED.includes(right);

/** Whether a role has a right; without a role (nobody signed in) only what is everyone's. */
export function mayDo(role: Role | undefined, right: Right): boolean {
  const roles = RIGHTS[right];
  return roles === 'everyone' || (role !== undefined && roles.includes(role));
}

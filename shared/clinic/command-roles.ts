import type { Role } from '../log/roles.ts';
import { CLINIC_COMMAND_ROWS, type ClinicCommandType } from './changes.ts';

/** Who may send which change of the reference data. */
export const CLINIC_COMMAND_ROLES = Object.fromEntries(
  Object.values(CLINIC_COMMAND_ROWS).map(({ command, who }) => [command, who]),
) as Readonly<Record<ClinicCommandType, readonly Role[]>>;

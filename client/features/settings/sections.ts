import { mayDo, type Right } from '../../../shared/access/rights.ts';
import type { Role } from '../../../shared/log/roles.ts';

export interface Section {
  readonly to: string;
  readonly label: string;
  /** Who sees it: whoever has the right. */
  readonly right: Right;
}

/** The parts of settings, most used first. What may be changed in them is asked again there, and by the server. */
const SECTIONS: readonly Section[] = [
  { to: '/settings/patients', label: 'Patients', right: 'put-patient' },
  { to: '/settings/schedule', label: 'Schedule a visit', right: 'schedule-session' },
  { to: '/settings/places', label: 'Chairs and bays', right: 'put-bay' },
  { to: '/settings/staff', label: 'Staff', right: 'see-staff' },
  { to: '/settings/protocols', label: 'Protocols', right: 'see-protocols' },
  { to: '/settings/clinic', label: 'Clinic', right: 'put-bay' },
  { to: '/settings/devices', label: 'Tablets', right: 'manage-devices' },
  { to: '/settings/tokens', label: 'API tokens', right: 'manage-tokens' },
];

export const sectionsFor = (role: Role | undefined): readonly Section[] => SECTIONS.filter(({ right }) => mayDo(role, right));

import type { Staff } from '../../shared/clinic/records.ts';
import type { Id } from '../../shared/units.ts';
import type { Random } from './random.ts';

/** The password of every demo sign-in. */
export const DEMO_PASSWORD = 'chairside-demo';

/** The sign-ins that are shown; the colleagues sign in with the same password. */
export const DEMO_USERNAMES = ['nurse', 'nurse2', 'physician', 'manager', 'admin'] as const;

type Person = Pick<Staff, 'name' | 'initials' | 'role' | 'username'> & { readonly title?: string };

const PEOPLE: readonly Person[] = [
  { username: 'nurse', name: 'Tessa Moreno', initials: 'TM', role: 'nurse', title: 'RN' },
  { username: 'nurse2', name: 'Kofi Agyemang', initials: 'KA', role: 'nurse', title: 'RN' },
  { username: 'physician', name: 'Helen Thorvald', initials: 'HT', role: 'physician', title: 'MD' },
  { username: 'manager', name: 'Ilse Brandt', initials: 'IB', role: 'manager' },
  { username: 'admin', name: 'Ian Mercer', initials: 'IM', role: 'administrator' },
  { username: 'a.lindgren', name: 'Åsa Lindgren', initials: 'ÅL', role: 'nurse', title: 'RN' },
  { username: 'r.castellanos', name: 'Renata Castellanos', initials: 'RC', role: 'nurse', title: 'RN' },
  { username: 'd.obrien', name: 'Declan O’Brien', initials: 'DO', role: 'nurse', title: 'RN' },
  { username: 's.venkat', name: 'Sanjay Venkataraman', initials: 'SV', role: 'physician', title: 'MD' },
];

/** Everybody who works in the demo clinic. */
export function demoStaff(lot: Random, madeMs: number): (Staff & { readonly id: Id })[] {
  return PEOPLE.map((person) => ({ ...person, id: lot.id(madeMs), active: true }));
}

import type { Role } from '../../shared/log/roles.ts';
import type { NavItem } from './top-bar.tsx';

const BOARD: NavItem = { to: '/', label: 'Board' };
const ITEMS: readonly (NavItem & { readonly roles: readonly Role[] })[] = [
  { ...BOARD, roles: ['nurse', 'physician', 'manager', 'administrator', 'display'] },
  { to: '/my-chairs', label: 'My chairs', roles: ['nurse'] },
  { to: '/recovery', label: 'Recovery', roles: ['nurse', 'physician', 'manager', 'administrator'] },
  { to: '/history', label: 'History', roles: ['nurse', 'physician', 'manager', 'administrator'] },
  { to: '/settings', label: 'Settings', roles: ['nurse', 'physician', 'manager', 'administrator'] },
];

/** The screens that a role has business with. What the server allows is decided there. */
export function navFor(role: Role | undefined): readonly NavItem[] {
  return role === undefined ? [] : ITEMS.filter(({ roles }) => roles.includes(role));
}

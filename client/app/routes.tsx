import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { meStore } from '../live/live.ts';
import { whoAmI } from '../live/me-store.ts';
import { askDevice, tabletStore } from '../live/tablet.ts';
import { rememberedPerson } from '../outbox/outbox.ts';
import { Frame } from './frame.tsx';
import { ScreenError, ScreenMissing } from './screen-error.tsx';
import type { NavItem } from './top-bar.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The way back, for a screen below another one. */
    readonly back?: NavItem;
  }
}

const ALL_CHAIRS: NavItem = { to: '/', label: 'All chairs' };

const root = createRootRoute({ component: Outlet, notFoundComponent: ScreenMissing, errorComponent: ScreenError });

/** Everything behind the sign-in. Unknown (the network is down) is let through: the screen itself says that it is not live. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const search = location.pathname === '/' ? {} : { to: location.href };
    const known = meStore.getState().me !== undefined;
    // A page that is loaded on a locked tablet has no screen to go on with beneath the lock.
    if (!known && tabletStore.getState().locked) throw redirect({ to: '/lock', search });
    if ((await whoAmI(meStore, rememberedPerson)) !== null) return;
    throw redirect({ to: (await askDevice())?.enrolled === true ? '/lock' : '/sign-in', search });
  },
});

const board = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('../features/board/board-screen.tsx'), 'BoardScreen'),
});

const session = createRoute({
  getParentRoute: () => signedIn,
  path: '/sessions/$sessionId',
  staticData: { back: ALL_CHAIRS },
  component: lazyRouteComponent(() => import('../features/session/session-screen.tsx'), 'SessionScreen'),
});

const myChairs = createRoute({
  getParentRoute: () => signedIn,
  path: '/my-chairs',
  component: lazyRouteComponent(() => import('../features/my-chairs/my-chairs-screen.tsx'), 'MyChairsScreen'),
});

const recovery = createRoute({
  getParentRoute: () => signedIn,
  path: '/recovery',
  component: lazyRouteComponent(() => import('../features/recovery/recovery-screen.tsx'), 'RecoveryScreen'),
});

const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/history',
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/history/history-screen.tsx'), 'HistoryScreen'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const settingsParts = [
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/patients', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/patients',
    component: lazyRouteComponent(() => import('../features/settings/patients/patients-screen.tsx'), 'PatientsScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/patients/$patientId',
    component: lazyRouteComponent(() => import('../features/settings/patients/patient-screen.tsx'), 'PatientScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/schedule',
    validateSearch: (search: Record<string, unknown>) => search,
    component: lazyRouteComponent(() => import('../features/settings/visits/schedule-screen.tsx'), 'ScheduleScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/places',
    component: lazyRouteComponent(() => import('../features/settings/places/places-screen.tsx'), 'PlacesScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/staff',
    component: lazyRouteComponent(() => import('../features/settings/staff/staff-screen.tsx'), 'StaffScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/protocols',
    component: lazyRouteComponent(() => import('../features/settings/protocols/protocols-screen.tsx'), 'ProtocolsScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/protocols/$protocolId',
    component: lazyRouteComponent(() => import('../features/settings/protocols/protocol-screen.tsx'), 'ProtocolScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/clinic',
    component: lazyRouteComponent(() => import('../features/settings/clinic/clinic-screen.tsx'), 'ClinicScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/tokens',
    component: lazyRouteComponent(() => import('../features/settings/clinic/tokens-screen.tsx'), 'TokensScreen'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/devices',
    component: lazyRouteComponent(() => import('../features/settings/devices/devices-screen.tsx'), 'DevicesScreen'),
  }),
] as const;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
});

const lock = createRoute({
  getParentRoute: () => root,
  path: '/lock',
  validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import('../features/lock/lock-page.tsx'), 'LockPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../features/sign-in/set-up-screen.tsx'), 'SetUpScreen'),
});

/*
 * One line per screen, in the order of the navigation. A screen is loaded when it is first opened:
 *   component: lazyRouteComponent(() => import('../features/<x>/<x>-screen.tsx'), '<X>Screen')
 * `staticData.back: ALL_CHAIRS` for screens below the board. This file is part of the
 * first load: a `validateSearch` here only passes on, the screen itself parses with its schema.
 */
export const routeTree = root.addChildren([
  signedIn.addChildren([board, session, myChairs, recovery, history, settings.addChildren(settingsParts)]),
  signIn,
  lock,
  setUp,
]);

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTitle } from '../../components/use-title.ts';
import { forgetLock, letIn, useTablet } from '../../live/tablet.ts';
import { useTakenOut } from './lock-clinic.ts';
import { LockScreen } from './lock-screen.tsx';

/** The lock screen of a tablet that was loaded locked, or on which nobody is signed in. */
export function LockPage() {
  useTitle('Locked');
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/lock' });
  const noTablet = useTablet(({ device }) => device?.enrolled === false);
  const takenOut = useTakenOut();
  useEffect(() => {
    if (!noTablet && !takenOut) return;
    forgetLock();
    void navigate({ to: '/sign-in', search: to === undefined ? {} : { to } });
  }, [noTablet, takenOut, navigate, to]);
  return (
    <main>
      <LockScreen
        onLetIn={(who) => {
          letIn(who);
          void navigate({ to: innerAddress(to) });
        }}
      />
    </main>
  );
}

/** Only an address inside this app. */
function innerAddress(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}

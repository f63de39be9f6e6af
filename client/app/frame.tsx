import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Announcer, announce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { TopBar } from '../components/top-bar.tsx';
import { meStore, startLive, useConnectionState, useLink, useMe } from '../live/live.ts';
import styles from './frame.module.css';
import { navFor } from './nav.ts';

/** What stands around every screen of somebody who is signed in, and keeps the live path open while they are. */
export function Frame() {
  const me = useMe();
  const notLive = useConnectionState() === 'not-live';
  const stopped = useLink((link) => link.stopped);
  const restoredAt = useLink((link) => link.restoredAt);
  const navigate = useNavigate();
  const screen = useMatches({ select: (matches) => matches.at(-1)?.staticData });

  const meId = me?.id;
  useEffect(() => (meId === undefined ? undefined : startLive()), [meId]);

  useEffect(() => {
    if (stopped !== 'signed-out') return;
    meStore.setState({ me: null });
    void navigate({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.pathname } });
  }, [stopped, navigate]);

  useEffect(() => {
    if (restoredAt !== undefined) announce('The clinic’s data was restored or moved. Everything was loaded afresh.', 'assertive');
  }, [restoredAt]);

  return (
    <div className={styles.frame} data-live={notLive ? 'no' : 'yes'}>
      <a className="skip-link" href="#screen">
        Skip to content
      </a>
      <TopBar
        nav={navFor(me?.role)}
        live={screen?.live === true}
        {...(screen?.back === undefined ? {} : { back: screen.back })}
      />
      {stopped === 'too-old' && (
        <div className={styles.stopped} role="alert">
          <span>The clinic’s server has a newer version. Reload to go on; nothing you saved is lost.</span>
          <Button look="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        </div>
      )}
      {stopped === 'not-allowed' && (
        <div className={styles.stopped} role="alert">
          This account may not follow the clinic live. What is shown is old.
        </div>
      )}
      <main id="screen" className={styles.screen} tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
    </div>
  );
}

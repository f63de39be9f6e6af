import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Announcer, announce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { TopBar } from '../components/top-bar.tsx';
import { meStore, startLive, useConnectionState, useLink, useMe } from '../live/live.ts';
import { forgetPerson, startOutbox } from '../outbox/outbox.ts';
import { useOutbox } from '../outbox/outbox-store.ts';
import styles from './frame.module.css';
import { navFor } from './nav.ts';

const OutboxNotice = lazy(() => import('../outbox/outbox-notice.tsx').then((module) => ({ default: module.OutboxNotice })));

/** What stands around every screen of somebody who is signed in, and keeps the live path open while they are. */
export function Frame() {
  const me = useMe();
  const notLive = useConnectionState() === 'not-live';
  const stopped = useLink((link) => link.stopped);
  const restoredAt = useLink((link) => link.restoredAt);
  const unsettled = useOutbox(({ entries, others }) => others.length > 0 || entries.some(({ state }) => state === 'refused'));
  const keeps = useOutbox(({ ready }) => ready);
  const navigate = useNavigate();
  const screen = useMatches({ select: (matches) => matches.at(-1)?.staticData });

  const meId = me?.id;
  useEffect(() => (meId === undefined ? undefined : startLive()), [meId]);

  useEffect(() => (me === undefined || me === null ? undefined : startOutbox(me)), [me]);

  useEffect(() => {
    if (stopped !== 'signed-out') return;
    const { me } = meStore.getState();
    if (me !== undefined && me !== null) void forgetPerson(me.id);
    meStore.setState({ me: null });
    void navigate({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.pathname } });
  }, [stopped, navigate]);

  useEffect(() => {
    if (restoredAt !== undefined) announce('The clinic’s data was restored or moved. Everything was loaded afresh.', 'assertive');
  }, [restoredAt]);

  return (
    <div className={styles.frame} data-live={notLive ? 'no' : 'yes'} data-keeps={keeps ? 'yes' : 'no'}>
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
      <Suspense>{unsettled && <OutboxNotice />}</Suspense>
      <main id="screen" className={styles.screen} tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
    </div>
  );
}

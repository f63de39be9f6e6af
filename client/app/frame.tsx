import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { Announcer, announce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { lazyPart } from '../components/lazy-part.ts';
import { askedStore } from '../live/confirmation.ts';
import { forgetClinic, meStore, startLive, useConnectionState, useLink, useMe } from '../live/live.ts';
import { askDevice, lockTablet, useTablet } from '../live/tablet.ts';
import { forgetPerson, startOutbox } from '../outbox/outbox.ts';
import { unsettled as unsettledOf, useOutbox } from '../outbox/outbox-store.ts';
import { AlarmStrip } from './alarms/strip.tsx';
import styles from './frame.module.css';
import { useHandsOn } from './hands-on.ts';
import { useFocusAcrossScreens } from './keep-focus.ts';
import { navFor } from './nav.ts';
import { NewerNotice } from './newer-notice.tsx';
import { TopBar } from './top-bar.tsx';

const OutboxNotice = lazyPart(() => import('../outbox/outbox-notice.tsx').then((module) => module.OutboxNotice));

const loadLock = () => import('../features/lock/lock-overlay.tsx').then((module) => module.LockOverlay);
const LockOverlay = lazyPart(loadLock);
const PinQuestion = lazyPart(() => import('../features/lock/pin-question.tsx').then((module) => module.PinQuestion));

/** What stands around every screen of somebody who is signed in, and keeps the live path open while they are. */
export function Frame() {
  const me = useMe();
  const notLive = useConnectionState() === 'not-live';
  const stopped = useLink((link) => link.stopped);
  const restoredAt = useLink((link) => link.restoredAt);
  const unsettled = useOutbox(unsettledOf);
  const keeps = useOutbox(({ ready }) => ready);
  const navigate = useNavigate();
  const screen = useMatches({ select: (matches) => matches.at(-1)?.staticData });
  useFocusAcrossScreens(useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' }));

  const meId = me?.id;
  const locked = useTablet((tablet) => tablet.locked);
  const asked = useStore(askedStore, ({ waiting }) => waiting[0]);
  useHandsOn();
  useEffect(() => {
    void askDevice().then((device) => (device?.enrolled === true ? loadLock().catch(() => undefined) : undefined));
  }, []);

  // Somebody else has taken the tablet. A fresh page: nothing of the first person goes on, nor is sent under the other's name.
  const first = useRef(meId);
  useEffect(() => {
    first.current ??= meId;
    if (meId !== undefined && meId !== first.current) location.reload();
  }, [meId]);

  useEffect(() => (meId === undefined || locked ? undefined : startLive()), [meId, locked]);
  // Locked, the screens stay as they are beneath; nobody's clinic is kept for somebody else.
  useEffect(() => (meId === undefined ? undefined : forgetClinic), [meId]);

  useEffect(() => (me === undefined || me === null || locked ? undefined : startOutbox(me)), [me, locked]);
  useEffect(() => {
    const here = meStore.getState().me;
    if (locked && here !== undefined && here !== null) void forgetPerson(here.id);
  }, [locked]);

  useEffect(() => {
    if (stopped !== 'signed-out' || locked) return;
    void askDevice().then((device) => {
      if (device?.enrolled === true) return lockTablet();
      const { me } = meStore.getState();
      if (me !== undefined && me !== null) void forgetPerson(me.id);
      meStore.setState({ me: null });
      return navigate({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.pathname } });
    });
  }, [stopped, locked, navigate]);

  useEffect(() => {
    if (restoredAt !== undefined) announce('The clinic’s data was restored or moved. Everything was reloaded.', 'assertive');
  }, [restoredAt]);

  return (
    <div className={styles.frame} data-live={notLive ? 'no' : 'yes'} data-keeps={keeps ? 'yes' : 'no'}>
      <a className="skip-link" href="#screen">
        Skip to content
      </a>
      <TopBar nav={navFor(me?.role)} {...(screen?.back === undefined ? {} : { back: screen.back })} />
      {/* The lock has its own list, without names. */}
      {!locked && <AlarmStrip />}
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
      {stopped === undefined && <NewerNotice />}
      <Suspense>{unsettled && <OutboxNotice />}</Suspense>
      <main id="screen" className={styles.screen} tabIndex={-1} key={meId}>
        <Outlet />
      </main>
      <Suspense fallback={locked && <div className={styles.cover} />}>
        {locked ? <LockOverlay /> : asked !== undefined && <PinQuestion key={asked.what} asked={asked} />}
      </Suspense>
      <Announcer />
    </div>
  );
}

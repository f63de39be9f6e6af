import { KeyRound, LogOut, Moon, Sun, UsersRound } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../components/announcer.tsx';
import { Disc } from '../components/disc.tsx';
import { chooseTheme, useTheme } from '../components/theme.ts';
import { meStore, useConnectionState, useMe } from '../live/live.ts';
import { signOut } from '../live/me-store.ts';
import { lockTablet, useTablet } from '../live/tablet.ts';
import { forgetPerson } from '../outbox/outbox.ts';
import { entriesText, unsent, useOutbox } from '../outbox/outbox-store.ts';
import styles from './person-menu.module.css';

const SetPinSheet = lazy(() => import('./set-pin-sheet.tsx').then((module) => ({ default: module.SetPinSheet })));

const ROLE: Readonly<Record<string, string>> = {
  nurse: 'Nurse',
  physician: 'Supervising physician',
  manager: 'Clinic manager',
  administrator: 'Administrator',
  display: 'Wall display',
  integration: 'Integration',
};

/** Who is signed in; below it the theme and the way out. */
export function PersonMenu() {
  const me = useMe();
  const theme = useTheme();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const onTablet = useTablet(({ device }) => device?.enrolled === true);
  const waiting = useOutbox(unsent);
  const [asked, setAsked] = useState(false);
  const cutOff = useConnectionState() === 'not-live';
  const [settingPin, setSettingPin] = useState(false);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

  if (me === undefined || me === null) return null;
  const leave = async () => {
    if (waiting > 0 && !asked) return setAsked(true);
    const problem = await signOut(meStore);
    if (problem !== undefined) return announce('No answer from the server: you are still signed in.', 'assertive');
    await forgetPerson(me.id).catch(() => undefined);
    // A fresh page: whatever any screen kept of a patient in memory is gone with the old one.
    location.replace(onTablet ? '/lock' : '/sign-in');
  };
  return (
    <div className={styles.box} ref={box}>
      <button
        ref={button}
        type="button"
        className={styles.person}
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      >
        <Disc initials={me.initials} />
        <span className={styles.name}>
          {me.name}
          <small>{ROLE[me.role] ?? me.role}</small>
        </span>
        <span className="vh">, menu</span>
      </button>
      <div className={styles.menu} id={menuId} hidden={!open}>
        <button type="button" onClick={() => chooseTheme(theme === 'day' ? 'dim' : 'day')}>
          {theme === 'day' ? <Moon size={20} aria-hidden="true" /> : <Sun size={20} aria-hidden="true" />}
          {theme === 'day' ? 'Dim theme' : 'Day theme'}
        </button>
        {onTablet && (
          // Cut off from the server nobody could be let in again.
          <button type="button" onClick={lockTablet} disabled={cutOff}>
            <UsersRound size={20} aria-hidden="true" />
            {cutOff ? 'Switch person: not while cut off' : 'Switch person'}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            setOpen(false);
            setSettingPin(true);
          }}
        >
          <KeyRound size={20} aria-hidden="true" />
          Set PIN
        </button>
        {asked && waiting > 0 && (
          <p className={styles.asked} role="alert">
            {entriesText(waiting)} {waiting === 1 ? 'has' : 'have'} not been sent. Sealed,{' '}
            {waiting === 1 ? 'it stays' : 'they stay'} on this tablet until you sign in here again or, on a clinic’s tablet, until
            a colleague does.
          </p>
        )}
        <button type="button" onClick={() => void leave()}>
          <LogOut size={20} aria-hidden="true" />
          {asked && waiting > 0 ? 'Sign out all the same' : 'Sign out'}
        </button>
      </div>
      <Suspense>{settingPin && <SetPinSheet onClose={() => setSettingPin(false)} />}</Suspense>
    </div>
  );
}

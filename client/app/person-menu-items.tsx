import { KeyRound, LogOut, Moon, Sun, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../components/announcer.tsx';
import { chooseTheme, useTheme } from '../components/theme.ts';
import { meStore, useConnectionState } from '../live/live.ts';
import { signOut } from '../live/me-store.ts';
import { lockTablet, useTablet } from '../live/tablet.ts';
import { forgetPerson } from '../outbox/outbox.ts';
import { entriesText, unsent, useOutbox } from '../outbox/outbox-store.ts';
import styles from './person-menu.module.css';

interface PersonMenuItemsProps {
  readonly me: { readonly id: string };
  readonly onSetPin: () => void;
}

/** The theme, the PIN, and the ways out: switch person, sign out. */
export function PersonMenuItems({ me, onSetPin }: PersonMenuItemsProps) {
  const theme = useTheme();
  const onTablet = useTablet(({ device }) => device?.enrolled === true);
  const waiting = useOutbox(unsent);
  const [asked, setAsked] = useState(false);
  const cutOff = useConnectionState() === 'not-live';
  const leave = async () => {
    if (waiting > 0 && !asked) return setAsked(true);
    const problem = await signOut(meStore);
    if (problem !== undefined) return announce('No answer from the server: you are still signed in.', 'assertive');
    await forgetPerson(me.id).catch(() => undefined);
    // A fresh page: whatever any screen kept of a patient in memory is gone with the old one.
    location.replace(onTablet ? '/lock' : '/sign-in');
  };
  return (
    <>
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
      <button type="button" onClick={onSetPin}>
        <KeyRound size={20} aria-hidden="true" />
        Set PIN
      </button>
      {asked && waiting > 0 && (
        <p className={styles.asked} role="alert">
          {entriesText(waiting)} {waiting === 1 ? 'has' : 'have'} not been sent. Sealed,{' '}
          {waiting === 1 ? 'it stays' : 'they stay'} on this tablet until you sign in here again or, on a clinic’s tablet, until a
          colleague does.
        </p>
      )}
      <button type="button" onClick={() => void leave()}>
        <LogOut size={20} aria-hidden="true" />
        {asked && waiting > 0 ? 'Sign out all the same' : 'Sign out'}
      </button>
    </>
  );
}

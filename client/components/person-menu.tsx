import { LogOut, Moon, Sun } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { meStore, useMe } from '../live/live.ts';
import { signOut } from '../live/me-store.ts';
import { Disc } from './disc.tsx';
import styles from './person-menu.module.css';
import { chooseTheme, useTheme } from './theme.ts';

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
    await signOut(meStore);
    // A fresh page: whatever any screen kept of a patient in memory is gone with the old one.
    location.replace('/sign-in');
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
        <button type="button" onClick={() => void leave()}>
          <LogOut size={20} aria-hidden="true" />
          Sign out
        </button>
      </div>
    </div>
  );
}

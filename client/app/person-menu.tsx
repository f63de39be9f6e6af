import { Suspense, useEffect, useId, useRef, useState } from 'react';
import { Disc } from '../components/disc.tsx';
import { lazyPart } from '../components/lazy-part.ts';
import { useMe } from '../live/live.ts';
import styles from './person-menu.module.css';

const PersonMenuItems = lazyPart(() => import('./person-menu-items.tsx').then((module) => module.PersonMenuItems));
const SetPinSheet = lazyPart(() => import('./set-pin-sheet.tsx').then((module) => module.SetPinSheet));

const ROLE: Readonly<Record<string, string>> = {
  nurse: 'Nurse',
  physician: 'Supervising physician',
  manager: 'Clinic manager',
  administrator: 'Administrator',
  display: 'Wall display',
  integration: 'Integration',
};

/** Who is signed in; below it the theme and the way out, loaded when they are first asked for. */
export function PersonMenu() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
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
        <Suspense>
          {open && (
            <PersonMenuItems
              me={me}
              onSetPin={() => {
                setOpen(false);
                setSettingPin(true);
              }}
            />
          )}
        </Suspense>
      </div>
      <Suspense>{settingPin && <SetPinSheet onClose={() => setSettingPin(false)} />}</Suspense>
    </div>
  );
}

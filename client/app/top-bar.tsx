import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { BrandMark } from '../components/brand-mark.tsx';
import { ConnectionPill } from '../components/connection-pill.tsx';
import { useClinicTime } from '../live/clinic-time.ts';
import { useClinic, useNow } from '../live/live.ts';
import { PersonMenu } from './person-menu.tsx';
import styles from './top-bar.module.css';

export interface NavItem {
  readonly to: string;
  readonly label: string;
}

interface TopBarProps {
  readonly nav: readonly NavItem[];
  /** A screen below another one shows the way back instead of the navigation. */
  readonly back?: NavItem;
}

/** What stays in view below the bar asks for its height (`--bar`): it grows with what the link has to say. */
function tellHeight(bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined;
  const observer = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--bar', `${bar.getBoundingClientRect().height}px`),
  );
  observer.observe(bar);
  return () => observer.disconnect();
}

/** The top of every screen: where you are, whether it is live, the server's time, who you are. */
export function TopBar({ nav, back }: TopBarProps) {
  const demo = useClinic(({ clinic }) => clinic?.demo === true);
  return (
    <header ref={tellHeight} className={styles.bar} data-back={back !== undefined || undefined}>
      {back === undefined ? (
        <>
          <span className={styles.brand}>
            <BrandMark />
            <span className={styles.brandName}>Chairside</span>
          </span>
          <nav className={styles.nav} aria-label="Main">
            {nav.map(({ to, label }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
                {label}
              </Link>
            ))}
          </nav>
        </>
      ) : (
        <Link to={back.to} className={styles.back} aria-label={back.label}>
          <ChevronLeft size={20} aria-hidden="true" />
          <span className={styles.backText}>{back.label}</span>
        </Link>
      )}
      {demo && <span className={styles.demo}>Demo clinic</span>}
      <span className={styles.spacer} />
      <p className={styles.disclaimer}>Supplementary display. Not a patient monitor.</p>
      <span className={styles.spacer} />
      <span role="status" aria-live="off" className={styles.connection}>
        <ConnectionPill />
      </span>
      <ServerTime />
      <PersonMenu />
    </header>
  );
}

function ServerTime() {
  const { seconds, day } = useClinicTime();
  const time = useNow((now) => seconds(now));
  const date = useNow((now) => day(now));
  return (
    <span className={styles.clock} role="timer" aria-label="Server time" data-server-time={time}>
      <span className={styles.date}>{date}</span>
      {time}
    </span>
  );
}

import type { Id } from '../../../shared/units.ts';
import cardLink from '../../components/card-link.module.css';
import { SessionLink } from '../../components/session-link.tsx';
import { useSession } from '../../live/live.ts';
import { useShortName } from '../../live/patient-name.ts';
import styles from './recovery-column.module.css';

/** Somebody whose drug has ended and who has neither chair nor bay: must not be lost from sight. */
export function WaitingForBay({ sessionId }: { readonly sessionId: Id }) {
  const session = useSession(sessionId);
  const name = useShortName(session?.patientId);
  return (
    <article className={styles.empty} aria-label={`Waiting for a bay, ${name}`}>
      <SessionLink sessionId={sessionId} className={cardLink.link}>
        {name}
      </SessionLink>
      <span>waiting for a bay</span>
    </article>
  );
}

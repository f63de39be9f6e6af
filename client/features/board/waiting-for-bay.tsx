import type { Id } from '../../../shared/units.ts';
import cardLink from '../../components/card-link.module.css';
import { SessionLink } from '../../components/session-link.tsx';
import { shortName } from '../../components/visit-words.ts';
import { useClinic, useSession } from '../../live/live.ts';
import styles from './recovery-column.module.css';

/** Somebody whose drug has ended and who has neither chair nor bay: must not be lost from sight. */
export function WaitingForBay({ sessionId }: { readonly sessionId: Id }) {
  const session = useSession(sessionId);
  const patient = useClinic(({ patients }) => (session === undefined ? undefined : patients.get(session.patientId)));
  return (
    <article className={styles.empty} aria-label={`Waiting for a bay, ${shortName(patient)}`}>
      <SessionLink sessionId={sessionId} className={cardLink.link}>
        {shortName(patient)}
      </SessionLink>
      <span>waiting for a bay</span>
    </article>
  );
}

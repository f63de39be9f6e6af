import { memo } from 'react';
import type { Chair } from '../../../shared/clinic/records.ts';
import type { Id } from '../../../shared/units.ts';
import { useSession } from '../../live/live.ts';
import { OccupiedCard } from './occupied-card.tsx';
import { QuietCard } from './quiet-card.tsx';

interface ChairCardProps {
  readonly chair: Chair;
  readonly sessionId: Id | undefined;
  readonly nextId: Id | undefined;
  /** Only this nurse's cards stand out; `undefined` means all. */
  readonly nurseId: Id | undefined;
}

/** One chair in its place. Reads its own visit: a change of another one does not render it. */
export const ChairCard = memo(function ChairCard({ chair, sessionId, nextId, nurseId }: ChairCardProps) {
  const session = useSession(sessionId);
  return session === undefined ? (
    <QuietCard chair={chair} nextId={nextId} dimmed={nurseId !== undefined} />
  ) : (
    <OccupiedCard chair={chair} session={session} nurseId={nurseId} />
  );
});

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Id } from '../../shared/units.ts';

interface SessionLinkProps {
  readonly sessionId: Id;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The way to a visit's screen. The address is an id: it says nothing of the patient. */
export function SessionLink({ sessionId, ...rest }: SessionLinkProps) {
  const to: string = `/sessions/${sessionId}`;
  return <Link to={to} {...rest} />;
}

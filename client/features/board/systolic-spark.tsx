import type { Protocol } from '../../../shared/clinic/protocol.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { priorityOf } from '../../../shared/views/alarm-now.ts';
import { Sparkline } from '../../components/sparkline.tsx';
import { systolicTrend } from './systolic-trend.ts';

interface SystolicSparkProps {
  readonly session: SessionState;
  readonly protocol: Protocol;
}

/** The course of the systolic pressure, its last point in the colour of its alarm. */
export function SystolicSpark({ session, protocol }: SystolicSparkProps) {
  const alarm = priorityOf(session, 'systolic', protocol);
  return <Sparkline {...systolicTrend(session, protocol)} {...(alarm === 'high' || alarm === 'medium' ? { last: alarm } : {})} />;
}

import { Suspense } from 'react';
import { activeAlarms } from '../../../shared/session/evolve-alarms.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { lazyPart } from '../../components/lazy-part.ts';

/* The strip above the board has them from the first moment; here they come with the first alarm. */
const FootAlarmLine = lazyPart(() => import('./foot-alarm-line.tsx').then((module) => module.FootAlarmLine));

/** The alarms of a visit in the foot of its card, of a chair and of a bay alike; nothing without any. */
export function FootAlarm({ session }: { readonly session: SessionState }) {
  return <Suspense>{activeAlarms(session).length > 0 && <FootAlarmLine session={session} />}</Suspense>;
}

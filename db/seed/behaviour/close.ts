import { entriesOf } from '../../../shared/session/entries.ts';
import { toMs } from '../../../shared/units.ts';
import { randomOf } from '../random.ts';
import { type Act, act, minutes, type Scene } from './act.ts';
import { drugMs } from './moments.ts';
import { leadNurse, physicianOf } from './people.ts';

/** After the visit: the nurse signs, then the physician; now and then somebody forgets. `password` is asked for again. */
export function closingActs(scene: Scene, password: string): Act[] {
  const { session, course } = scene;
  if (session.phase === 'cancelled' || drugMs(session) === undefined || !course.isCharted) return [];
  const lot = randomOf(course.key, 'sign');
  const signatures = entriesOf(session, 'record-signed');
  const charted = signatures.find(({ data }) => data.meaning === 'charted');
  if (charted === undefined)
    return [
      act(toMs(session.phaseSince) + minutes(lot.between(1.5, 7)), leadNurse(scene), 'sign-record', {
        meaning: 'charted',
        password,
      }),
    ];
  if (!course.isReviewed || signatures.some(({ data }) => data.meaning === 'reviewed')) return [];
  const dueMs = toMs(charted.happenedAt) + minutes(lot.between(6, 45));
  return [act(dueMs, physicianOf(scene), 'sign-record', { meaning: 'reviewed', password })];
}

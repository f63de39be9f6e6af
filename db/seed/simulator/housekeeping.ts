import { heldChair } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Id, MINUTE_MS, toInstant, toMs } from '../../../shared/units.ts';
import type { Said } from '../behaviour/act.ts';
import { has } from '../behaviour/moments.ts';
import { outcomeAfter, RECHECK } from '../outcomes.ts';
import { randomOf } from '../random.ts';
import type { Voice } from './voice.ts';
import type { WardView } from './ward-view.ts';

const CLEANING_MS = 5 * MINUTE_MS;

/** What follows from an entry outside the visit itself: the scale of the series after a check-in, a chair to be cleaned. */
export async function follow(
  voice: Voice,
  ward: WardView,
  seed: number,
  done: { readonly type: Said['type']; readonly username: string; readonly before: SessionState },
): Promise<void> {
  switch (done.type) {
    case 'check-in':
      return askOutcome(voice, ward, seed, done.username, done.before);
    case 'move-to-recovery':
    case 'discharge': {
      const chairId = heldChair(done.before);
      if (chairId !== undefined) await putChair(voice, ward, done.username, chairId, 'cleaning');
      return;
    }
    case 'answer-criterion':
      return has(done.before, 'criterion-answered') ? undefined : reCheck(voice, ward, seed, done.username, done.before);
    default:
      return;
  }
}

/** Chairs that were cleaned for long enough are available again. */
export async function tidyChairs(voice: Voice, ward: WardView, username: string): Promise<void> {
  for (const { id, state, since } of ward.clinic.chairs.values())
    if (state === 'cleaning' && (since === undefined || ward.now() - toMs(since) > CLEANING_MS))
      await putChair(voice, ward, username, id, 'available');
}

async function putChair(voice: Voice, ward: WardView, username: string, id: Id, state: 'available' | 'cleaning') {
  const chair = ward.clinic.chairs.get(id);
  if (chair === undefined || chair.state === 'out-of-use' || chair.state === 'retired') return;
  const at = toInstant(Math.floor(ward.now()));
  await voice.change(username, 'put-chair', at, { id, label: chair.label, order: chair.order, state });
}

/** Before each second infusion of a series. */
async function askOutcome(voice: Voice, ward: WardView, seed: number, username: string, session: SessionState): Promise<void> {
  const { id: sessionId, patientId, planId, infusionNumber } = session;
  const plan = planId === undefined ? undefined : ward.clinic.plans.get(planId);
  if (plan === undefined || infusionNumber === undefined || infusionNumber % 2 === 0) return;
  const now = Math.floor(ward.now());
  const id = randomOf(seed, 'outcome of', sessionId).id(now);
  const takenAt = toInstant(now);
  const outcome = outcomeAfter(seed, plan, infusionNumber - 1);
  await voice.change(username, 'record-outcome', takenAt, { id, patientId, sessionId, ...outcome, takenAt });
}

/** The C-SSRS once more, with what is asked before going home. */
async function reCheck(voice: Voice, ward: WardView, seed: number, username: string, session: SessionState): Promise<void> {
  const { id: sessionId, patientId } = session;
  const now = Math.floor(ward.now());
  const takenAt = toInstant(now);
  const id = randomOf(seed, 're-check of', sessionId).id(now);
  await voice.change(username, 'record-outcome', takenAt, {
    id,
    patientId,
    sessionId,
    ...RECHECK,
    items: [...RECHECK.items],
    takenAt,
  });
}

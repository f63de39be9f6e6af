import { z } from 'zod';
import { type Plan, planSchema } from '../../../shared/clinic/records.ts';
import { chairsInOrder } from '../../../shared/clinic/state.ts';
import type { ScheduleSession } from '../../../shared/session/commands.ts';
import { heldChair, isOver } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { HOUR_MS, type Id, MINUTE_MS, toInstant, toMs } from '../../../shared/units.ts';
import { randomOf } from '../random.ts';
import { newCommandId, type Voice } from './voice.ts';
import { eventsIn, type WardView } from './ward-view.ts';

/** So many are on the list of arrivals at any time. */
const EXPECTED = 7;
/** Nobody comes again sooner than this after a visit, unless there is nobody else. */
const REST_MS = 18 * HOUR_MS;

const plansAnswer = z.object({ plans: z.array(planSchema) });
const historyAnswer = z.object({
  rows: z.array(z.object({ infusionNumber: z.number().nullable(), infusionsPlanned: z.number().nullable() })),
});

/** Puts another visit on the list while it is short: the day never runs dry. */
export async function expectMore(voice: Voice, ward: WardView, seed: number): Promise<void> {
  const plannedMs = nextArrivalMs(seed, ward);
  const manager = [...ward.clinic.staff.values()].find(({ role, active }) => role === 'manager' && active)?.username;
  if (plannedMs === undefined || manager === undefined) return;
  const parsed = plansAnswer.safeParse((await voice.ask(manager, '/api/plans')).body);
  if (!parsed.success) return;
  for (const plan of candidates(seed, ward, parsed.data.plans, plannedMs)) {
    if (!(await hasInfusionsLeft(voice, manager, plan))) continue;
    const sessionId = randomOf(seed, 'visit', plannedMs).id(plannedMs);
    const at = toInstant(Math.floor(ward.now()));
    const command = { id: newCommandId(), sessionId, at, data: visitOf(ward, plan, plannedMs) };
    const answer = await voice.say(manager, '/api/sessions', command, 'schedule-session');
    if (answer.accepted) ward.heard(sessionId, eventsIn(answer.body));
    return;
  }
}

async function hasInfusionsLeft(voice: Voice, manager: string, { patientId, infusions }: Plan): Promise<boolean> {
  const parsed = historyAnswer.safeParse((await voice.ask(manager, `/api/history?patient=${patientId}&limit=20`)).body);
  const done = parsed.success ? parsed.data.rows.filter(({ infusionsPlanned }) => infusionsPlanned === infusions) : [];
  return done.every(({ infusionNumber }) => (infusionNumber ?? 0) < infusions);
}

/** When the next visit is planned that the list needs, in ms; `undefined` while it is long enough. */
function nextArrivalMs(seed: number, ward: WardView): number | undefined {
  const expected = [...ward.sessions.values()].filter(({ phase }) => phase === 'scheduled');
  if (expected.length >= EXPECTED) return undefined;
  // After everybody of the day, also whoever has cancelled: each time on the list is given out once.
  const planned = [...ward.sessions.values()].map(({ plannedStart }) => toMs(plannedStart));
  const lastMs = Math.max(ward.now() + 24 * MINUTE_MS, ...planned);
  const gapMin = randomOf(seed, 'arrival', Math.round(lastMs / MINUTE_MS)).int(9, 12);
  return Math.ceil((lastMs + gapMin * MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
}

/** Who could come at `plannedMs`, the likeliest first: an active plan, nobody who is here, is expected or was here lately. */
function candidates(seed: number, ward: WardView, plans: readonly Plan[], plannedMs: number): Plan[] {
  const lately = new Map<Id, number>();
  for (const { patientId, phase, plannedStart } of ward.sessions.values())
    lately.set(patientId, Math.max(lately.get(patientId) ?? 0, isOver(phase) ? toMs(plannedStart) : Number.POSITIVE_INFINITY));
  const lastMs = ({ patientId }: Plan) => lately.get(patientId) ?? 0;
  const free = plans.filter((plan) => plan.state === 'active' && lastMs(plan) !== Number.POSITIVE_INFINITY);
  const rested = free.filter((plan) => plannedMs - lastMs(plan) > REST_MS);
  return rested.length > 0 ? randomOf(seed, 'who', plannedMs).shuffled(rested) : free.sort((a, b) => lastMs(a) - lastMs(b));
}

/** A visit of a plan, in the chair that is in least demand. */
function visitOf(ward: WardView, { patientId, protocolId, id: planId }: Plan, plannedMs: number): ScheduleSession['data'] {
  const demand = (chairId: Id) => [...ward.sessions.values()].filter((session) => wants(session, chairId)).length;
  const chair = chairsInOrder(ward.clinic)
    .filter(({ state }) => state !== 'out-of-use')
    .sort((a, b) => demand(a.id) - demand(b.id) || a.order - b.order)[0];
  const chairId = chair === undefined ? {} : { chairId: chair.id };
  return { patientId, protocolId, planId, plannedStart: toInstant(plannedMs), ...chairId };
}

function wants(session: SessionState, chairId: Id): boolean {
  if (isOver(session.phase)) return false;
  return heldChair(session) === chairId || (session.phase === 'scheduled' && session.plannedChairId === chairId);
}

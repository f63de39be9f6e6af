import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { Patient } from '../../../shared/clinic/records.ts';
import { baysInOrder, type ClinicState, chairsInOrder } from '../../../shared/clinic/state.ts';
import { heldBay, heldChair, isOver } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Id, MINUTE_MS, toMs } from '../../../shared/units.ts';
import { protocolFor } from '../../../shared/vitals/own-limits.ts';
import { usualWeightKg } from '../patients.ts';
import type { Scene, Team } from './act.ts';
import { bodyOf } from './body.ts';
import { courseOf } from './course.ts';

/** A chair is left alone when somebody is expected in it within this time. */
const KEEP_FREE_MS = 45 * MINUTE_MS;

/** The nurses and physicians who work here, by user name. */
export function teamOf(clinic: ClinicState): Team {
  const working = [...clinic.staff.values()].filter(({ active }) => active);
  const idsOf = (role: string) =>
    working
      .filter((one) => one.role === role)
      .sort((a, b) => (a.username < b.username ? -1 : 1))
      .map(({ id }) => id);
  return { nurses: idsOf('nurse'), physicians: idsOf('physician') };
}

/** Sets the scene of one visit; `undefined` when its patient or protocol is not known here. */
export function sceneOf(
  seed: number,
  clinic: ClinicState,
  team: Team,
  sessions: ReadonlyMap<Id, SessionState>,
  session: SessionState,
): Scene | undefined {
  const patient = clinic.patients.get(session.patientId);
  const protocol = protocolFor(clinic, session);
  if (patient === undefined || protocol === undefined || team.nurses.length === 0 || team.physicians.length === 0)
    return undefined;
  return {
    session,
    protocol,
    patient,
    team,
    results: outcomesOf(clinic, session.patientId),
    plan: session.planId === undefined ? undefined : clinic.plans.get(session.planId),
    ...natureOf(seed, session, patient),
    freeChairId:
      session.phase === 'checked-in' && session.chairId === undefined
        ? freeChair(clinic, [...sessions.values()], session)
        : undefined,
    freeBayId: session.phase === 'infused' ? freeBay(clinic, [...sessions.values()]) : undefined,
  };
}

type Nature = Pick<Scene, 'body' | 'course'>;
const natures = new Map<string, Nature>();

/** Body and course follow from the ids alone; kept while they are asked for. */
function natureOf(seed: number, session: SessionState, patient: Patient): Nature {
  const key = `${seed}|${session.id}`;
  const known = natures.get(key);
  if (known !== undefined) return known;
  if (natures.size > 200) natures.clear();
  const nature = {
    body: bodyOf(seed, session.id, patient, session.indication),
    course: courseOf(seed, session.id, patient.familyName, usualWeightKg(seed, patient)),
  };
  natures.set(key, nature);
  return nature;
}

function freeChair(clinic: ClinicState, sessions: readonly SessionState[], { plannedStart }: SessionState): Id | undefined {
  const taken = new Set(sessions.map(heldChair));
  const soon = new Set(
    sessions
      .filter(({ phase, plannedStart: at }) => phase === 'scheduled' && toMs(at) < toMs(plannedStart) + KEEP_FREE_MS)
      .map(({ plannedChairId }) => plannedChairId),
  );
  const free = chairsInOrder(clinic).filter(({ id, state }) => state === 'available' && !taken.has(id));
  return (free.find(({ id }) => !soon.has(id)) ?? free[0])?.id;
}

function freeBay(clinic: ClinicState, sessions: readonly SessionState[]): Id | undefined {
  const taken = new Set(sessions.filter(({ phase }) => !isOver(phase)).map(heldBay));
  return baysInOrder(clinic).find(({ id }) => !taken.has(id))?.id;
}

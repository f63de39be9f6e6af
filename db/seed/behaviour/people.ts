import type { Id } from '../../../shared/units.ts';
import { randomOf } from '../random.ts';
import type { Scene } from './act.ts';

/** The nurse in charge of a visit; before the check-in, the one who will be. */
export function leadNurse({ session, team, course }: Scene): Id {
  const { nurseId } = session;
  if (nurseId !== undefined && (team.nurses.includes(nurseId) || team.physicians.includes(nurseId))) return nurseId;
  return randomOf(course.key, 'nurse').pick(team.nurses);
}

/** A nurse other than the one in charge; the same one all along. */
export function secondNurse(scene: Scene): Id {
  const lead = leadNurse(scene);
  const others = scene.team.nurses.filter((id) => id !== lead);
  return others.length === 0 ? lead : randomOf(scene.course.key, 'second').pick(others);
}

/** The physician who looks after a visit. */
export function physicianOf({ team, course }: Scene): Id {
  return randomOf(course.key, 'physician').pick(team.physicians);
}

import type { Problem } from '../../../shared/wire/problem.ts';
import { askDevice } from '../../live/tablet.ts';

/** Why a PIN did not do it, with the tries that are left. The server's refusal is the same for each reason; its list says more. */
export async function refusedPin(problem: Problem, staffId: string): Promise<string> {
  if (problem.code !== 'pin-refused') return problem.detail;
  const left = (await askDevice())?.people.find((person) => person.staffId === staffId)?.triesLeft;
  if (left === undefined) return 'Not accepted. Please sign in with your password.';
  return `Not accepted. ${left === 1 ? '1 try is' : `${left} tries are`} left.`;
}

import { assertNever } from '../../../shared/assert-never.ts';
import type { Act, Scene } from './act.ts';
import { alarmActs } from './answer-alarms.ts';
import { closingActs } from './close.ts';
import { infusingActs } from './infuse.ts';
import { mistakeActs } from './mistakes.ts';
import { lastEntryMs } from './moments.ts';
import { arrivalActs, preparingActs } from './prepare.ts';
import { recoveryActs } from './recover.ts';

/** Nobody types two entries of one visit in less time than this. */
const BETWEEN_ENTRIES_MS = 5_000;

/**
 * What staff do next in a visit, and when; `undefined` when nothing is left to do. It follows from the visit's own record and
 * from lots drawn by its id: the same record gives the same act, whoever asks and however often.
 */
export function nextAct(scene: Scene, password: string): Act | undefined {
  const acts = [...actsOfPhase(scene, password), ...alarmActs(scene), ...mistakeActs(scene)];
  const first = acts.reduce<Act | undefined>(
    (best, one) => (best === undefined || one.dueMs < best.dueMs ? one : best),
    undefined,
  );
  if (first === undefined || scene.session.phase === 'scheduled') return first;
  return { ...first, dueMs: Math.max(first.dueMs, lastEntryMs(scene.session) + BETWEEN_ENTRIES_MS) };
}

function actsOfPhase(scene: Scene, password: string): Act[] {
  const { phase } = scene.session;
  switch (phase) {
    case 'scheduled':
      return arrivalActs(scene);
    case 'checked-in':
      return preparingActs(scene);
    case 'infusing':
    case 'paused':
      return infusingActs(scene);
    case 'infused':
    case 'recovering':
      return recoveryActs(scene);
    case 'discharged':
    case 'aborted':
    case 'cancelled':
      return closingActs(scene, password);
    default:
      return assertNever(phase);
  }
}

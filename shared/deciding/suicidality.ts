import type { Outcome } from '../clinic/records.ts';
import { CSSRS } from '../scores/cssrs.ts';
import { alertOf, type OutcomeScale } from '../scores/outcome-scale.ts';
import { PHQ9 } from '../scores/phq9.ts';
import type { SessionState } from '../session/state.ts';
import { type Fact, isCovered } from './overrides.ts';

/** The scales that tell of suicide. */
const SCALES: readonly OutcomeScale<'cssrs' | 'phq9'>[] = [CSSRS, PHQ9];

/** The id under which a physician gives their word that the visit may go on although a result tells of suicide. */
export const SUICIDALITY_CHECK = 'suicidality';

/**
 * What a patient's newest C-SSRS and PHQ-9 say of suicide, when they do: C-SSRS high, PHQ-9 item 9 above 0. Whatever its age, until
 * a newer result of that scale says otherwise. Source: clinical tables "Outcome scales".
 */
export function suicidalityFacts(results: readonly Outcome[]): Fact[] {
  return SCALES.flatMap((scale) => {
    const result = newestOf(results, scale.id);
    if (result === undefined || alertOf(scale, result.total, result.items) !== 'alert') return [];
    return [{ what: scale.id, value: factText(scale, result), eventId: result.id }];
  });
}

/** The newest result of each scale that tells of suicide. */
export function newestRisks(results: readonly Outcome[]): Outcome[] {
  return SCALES.flatMap(({ id }) => newestOf(results, id) ?? []);
}

/** The facts that no physician has given their word on; before going home it has to be given once more, after the drug (`sinceMs`). */
export function openSuicidality(session: SessionState, results: readonly Outcome[], sinceMs?: number): Fact[] {
  return suicidalityFacts(results).filter((fact) => !isCovered(session, SUICIDALITY_CHECK, [fact], sinceMs));
}

/** The newest result of a scale by when it was answered; of two at one moment either. */
function newestOf(results: readonly Outcome[], scale: Outcome['scale']): Outcome | undefined {
  return results
    .filter((result) => result.scale === scale)
    .reduce<Outcome | undefined>((last, one) => (last === undefined || one.takenAt >= last.takenAt ? one : last), undefined);
}

function factText({ id, label }: OutcomeScale<'cssrs' | 'phq9'>, { total, items }: Outcome): string {
  if (id === 'phq9') return items === undefined ? `${label} ${total}` : `${label} item 9 is ${items[8]}`;
  return items?.[5] === 1 ? `${label}: behaviour within 3 months` : `${label} ${total}, high risk`;
}

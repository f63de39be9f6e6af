import type { Outcome } from '../clinic/records.ts';
import { alertOf, type OutcomeScale } from '../scores/outcome-scale.ts';
import { OUTCOME_SCALES } from '../scores/outcome-scales.ts';
import type { SessionState } from '../session/state.ts';
import { type Fact, isCovered } from './overrides.ts';

/** The scales that tell of suicide. */
const SCALES = ['cssrs', 'phq9'] as const;
type RiskScale = (typeof SCALES)[number];

/** The id under which a physician gives their word that the visit may go on although a result tells of suicide. */
export const SUICIDALITY_CHECK = 'suicidality';

/**
 * What a patient's newest C-SSRS and PHQ-9 say of suicide, when they do: C-SSRS high, PHQ-9 item 9 above 0. Whatever its age, until
 * a newer result of that scale says otherwise. Source: clinical tables "Outcome scales".
 */
export function suicidalityFacts(results: readonly Outcome[]): Fact[] {
  return newestRisks(results)
    .filter(({ scale, total, items }) => alertOf(OUTCOME_SCALES[scale], total, items) === 'alert')
    .map((result) => ({ what: result.scale, value: factText(result), eventId: result.id }));
}

/** The newest result of each scale that tells of suicide. */
export function newestRisks(results: readonly Outcome[]): Outcome[] {
  return SCALES.flatMap((scale) => newestOf(results, scale) ?? []);
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

function factText({ scale, total, items }: Outcome): string {
  const { label }: OutcomeScale = OUTCOME_SCALES[scale];
  if (scale === ('phq9' satisfies RiskScale)) return items === undefined ? `${label} ${total}` : `${label} item 9 is ${items[8]}`;
  return items?.[5] === 1 ? `${label}: behaviour within 3 months` : `${label} ${total}, high risk`;
}

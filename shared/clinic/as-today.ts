import { recordOf } from '../record-of.ts';
import { CEILING_MG_PER_KG, SECOND_CHECK_WITHIN_MIN } from './default-ceilings.ts';
import { PREGNANCY_ASKS, PREGNANCY_ITEM, RECHECK_CRITERION } from './default-checklist.ts';
import { RESUME } from './default-resume.ts';
import { SEVERE } from './default-severe.ts';
import { LIMIT_NAMES, type LimitName } from './limit-names.ts';
import type { Bounds, ChecklistItem, Criterion, KeptProtocol, Protocol, SignLimits } from './protocol.ts';

/** How old evidence may be at discharge where a protocol does not say: its own recovery interval and grace, in minutes. */
const MOST_EVIDENCE_MIN = 20;
/** The reading of a spray that may not be missed. Source: clinical tables "Protocols to seed". */
const SPRAY_READINGS = [{ atMin: 40, fromMin: 35, toMin: 45 }];

/**
 * A kept protocol with every setting there is. Of a sign that had no limits when it was published nothing is outside, and
 * nothing is held back; a question that did not exist then is answered by the default, so that no gate stands open.
 */
export function asToday(kept: KeptProtocol): Protocol {
  const { vitals, recovery } = kept;
  const isBeforeEvidence = recovery.evidenceWithinMin === undefined;
  const limitsOf = (name: LimitName) => {
    const resume = (RESUME as Partial<Record<LimitName, Bounds>>)[name];
    const severe: SignLimits | undefined = (SEVERE as Partial<Record<LimitName, SignLimits>>)[name];
    const limits = { ...(isBeforeEvidence && resume !== undefined ? { resume } : {}), ...(kept.limits[name] ?? severe) };
    return isBeforeEvidence && name === 'systolicChangePercent' ? withFalls(limits) : limits;
  };
  return {
    ...kept,
    ceilingMgPerKg: kept.ceilingMgPerKg ?? CEILING_MG_PER_KG[kept.route],
    secondCheckWithinMin: kept.secondCheckWithinMin ?? SECOND_CHECK_WITHIN_MIN,
    vitals: { ...vitals, fixed: vitals.fixed ?? (kept.route === 'nasal' ? SPRAY_READINGS : []) },
    recovery: {
      ...recovery,
      evidenceWithinMin: recovery.evidenceWithinMin ?? Math.min(MOST_EVIDENCE_MIN, vitals.recoveryEveryMin + vitals.graceMin),
    },
    limits: recordOf(LIMIT_NAMES, limitsOf),
    checklist: isBeforeEvidence ? kept.checklist.map(withAsks) : kept.checklist,
    criteria: isBeforeEvidence ? kept.criteria.map(withResult) : kept.criteria,
  };
}

/** The pregnancy test that a default protocol asked for was a yes or a no. */
const withAsks = (item: ChecklistItem): ChecklistItem => (item.id === PREGNANCY_ITEM ? { ...item, asks: PREGNANCY_ASKS } : item);

/** The re-check that a default protocol asked for was a tick. */
const withResult = (criterion: Criterion): Criterion =>
  criterion.id === RECHECK_CRITERION ? { ...criterion, result: 'cssrs' } : criterion;

/** A fall from the baseline alarms as a rise of the same size does. */
function withFalls({ medium, high, ...limits }: SignLimits): SignLimits {
  const mirrored = (bounds: Bounds | undefined) =>
    bounds?.high === undefined || bounds.low !== undefined ? bounds : { ...bounds, low: -bounds.high };
  const [both, bothHigh] = [mirrored(medium), mirrored(high)];
  return { ...limits, ...(both === undefined ? {} : { medium: both }), ...(bothHigh === undefined ? {} : { high: bothHigh }) };
}

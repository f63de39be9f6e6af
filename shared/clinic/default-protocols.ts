import type { Id } from '../units.ts';
import { CEILING_MG_PER_KG, SECOND_CHECK_WITHIN_MIN } from './default-ceilings.ts';
import { defaultChecklist, defaultCriteria } from './default-checklist.ts';
import { DEFAULT_LIMITS, LIMIT_SOURCES } from './default-limits.ts';
import { RECHECK_MIN } from './default-recheck.ts';
import type { Protocol } from './protocol.ts';
import { USUAL_EVENTS } from './quick-events.ts';
import { USUAL_MEDICINES } from './standing-medicines.ts';
import { USUAL_WATCH } from './watch.ts';

const CANMAT = 'CANMAT recommendations, from a secondary source';
const CPSBC = 'CPSBC and CANMAT, from a secondary source';
const LABEL = 'the label of esketamine nasal spray';
const SERIES = 'two published series of 741 and 684 infusions';
const NEIGHBOUR = 'a published product for infusion rooms';
const CONFIRM = 'common knowledge, to be confirmed by a clinician before use';

/** Intervals, grace and what a reading must hold: the same for all three unless said otherwise. Minutes. */
const VITALS = {
  beforeWithinMin: 15,
  duringEveryMin: 10,
  recoveryEveryMin: 15,
  graceMin: 2,
  fixed: [],
  recheckMin: [...RECHECK_MIN],
  required: ['systolic', 'diastolic', 'heartRate', 'spo2', 'respiratoryRate'],
} satisfies Protocol['vitals'];

/** What must hold before going home: the same for all three but for how long and from when. Minutes. */
const RECOVERY = {
  evidenceWithinMin: VITALS.recoveryEveryMin + VITALS.graceMin,
  minReadings: 2,
  scale: 'padss',
  minScore: 9,
  consecutiveScores: 1,
} satisfies Partial<Protocol['recovery']>;

const SHARED_SOURCES = {
  ...LIMIT_SOURCES,
  'vitals.beforeWithinMin': CONFIRM,
  'vitals.duringEveryMin': `${SERIES} used 10 min`,
  'vitals.recoveryEveryMin': `${SERIES} used 15 min`,
  'vitals.graceMin': NEIGHBOUR,
  'vitals.fixed': CONFIRM,
  'vitals.recheckMin': CONFIRM,
  'vitals.required': CONFIRM,
  'recovery.evidenceWithinMin': `one recovery interval and its grace, 20 min at most; ${CONFIRM}`,
  'recovery.scale': 'PADSS, modified, read in the source',
  'recovery.minScore': 'PADSS, modified: fit for home from 9',
  'recovery.consecutiveScores': CONFIRM,
  'recovery.minReadings': CPSBC,
  maxMgPerKgWithoutSecondPerson: CONFIRM,
  ceilingMgPerKg: CONFIRM,
  secondCheckWithinMin: CPSBC,
  pauseMaxMin: CONFIRM,
  checklist: CONFIRM,
  criteria: CONFIRM,
  quickEvents: CONFIRM,
  medicines: CONFIRM,
  'watch.olderFromYears': 'clinical series: the blood pressure rises more from 50 on',
  'watch.conditions': 'clinical series: the blood pressure rises more with hypertension',
};

/**
 * The protocols a new clinic begins with, version 1: ketamine IV and IM, esketamine nasal. A clinic copies and changes them;
 * `source` says of each number where it comes from. They set limits and intervals; they propose no dose where the source has none.
 * Numbers: clinical tables "Protocols to seed", "Limits (defaults)", "Before the start, and before going home".
 */
export function defaultProtocols(ids: { readonly iv: Id; readonly im: Id; readonly nasal: Id }): Protocol[] {
  return [ketamineIv(ids.iv), ketamineIm(ids.im), esketamineNasal(ids.nasal)];
}

function ketamineIv(id: Id): Protocol {
  return {
    id,
    version: 1,
    name: 'Ketamine IV',
    drug: 'Ketamine',
    route: 'iv',
    ceilingMgPerKg: CEILING_MG_PER_KG.iv,
    secondCheckWithinMin: SECOND_CHECK_WITHIN_MIN,
    doseMgPerKg: 0.5,
    durationMin: 40,
    concentrationsMgPerMl: [0.8, 1, 2, 10, 50, 100],
    maxMgPerKgWithoutSecondPerson: 1,
    vitals: VITALS,
    recovery: { ...RECOVERY, requiredMin: 60, clockFrom: 'end' },
    limits: DEFAULT_LIMITS,
    pauseMaxMin: 10,
    checklist: defaultChecklist('iv'),
    criteria: defaultCriteria(),
    quickEvents: [...USUAL_EVENTS],
    medicines: [...USUAL_MEDICINES],
    watch: { ...USUAL_WATCH, conditions: [...USUAL_WATCH.conditions] },
    source: {
      ...SHARED_SOURCES,
      doseMgPerKg: `${CANMAT}: 0.5 mg/kg`,
      durationMin: `${CANMAT}: over 40 min (40 to 60)`,
      concentrationsMgPerMl: `stock strengths 10, 50 and 100 mg/mL and usual dilutions; ${CONFIRM}`,
      'recovery.requiredMin': `${CPSBC}: 60 min from the end`,
    },
  };
}

/** One or two shots: the source names no dose, so none stands here. `durationMin` is the time watched at the intervals of the chair. */
function ketamineIm(id: Id): Protocol {
  return {
    id,
    version: 1,
    name: 'Ketamine IM',
    drug: 'Ketamine',
    route: 'im',
    ceilingMgPerKg: CEILING_MG_PER_KG.im,
    secondCheckWithinMin: SECOND_CHECK_WITHIN_MIN,
    durationMin: 40,
    concentrationsMgPerMl: [10, 50, 100],
    maxMgPerKgWithoutSecondPerson: 1,
    vitals: VITALS,
    recovery: { ...RECOVERY, requiredMin: 60, clockFrom: 'last-dose' },
    limits: DEFAULT_LIMITS,
    pauseMaxMin: 10,
    checklist: defaultChecklist('im'),
    criteria: defaultCriteria(),
    quickEvents: [...USUAL_EVENTS],
    medicines: [...USUAL_MEDICINES],
    watch: { ...USUAL_WATCH, conditions: [...USUAL_WATCH.conditions] },
    source: {
      ...SHARED_SOURCES,
      durationMin: `the effect is strongest at 30 to 40 min; ${CONFIRM}`,
      concentrationsMgPerMl: 'stock strengths',
      'recovery.requiredMin': `${CPSBC}: 60 min`,
    },
  };
}

/** Two or three devices of 28 mg, 5 min apart. The reading at 40 min is the one not to miss: there the time in the chair ends. */
function esketamineNasal(id: Id): Protocol {
  return {
    id,
    version: 1,
    name: 'Esketamine nasal',
    drug: 'Esketamine',
    route: 'nasal',
    ceilingMgPerKg: CEILING_MG_PER_KG.nasal,
    secondCheckWithinMin: SECOND_CHECK_WITHIN_MIN,
    doseChoicesMg: [56, 84],
    device: { mg: 28, everyMin: 5 },
    durationMin: 40,
    concentrationsMgPerMl: [140],
    maxMgPerKgWithoutSecondPerson: 1,
    vitals: { ...VITALS, duringEveryMin: 15, fixed: [{ atMin: 40, fromMin: 35, toMin: 45 }] },
    recovery: { ...RECOVERY, requiredMin: 120, clockFrom: 'first-dose' },
    limits: DEFAULT_LIMITS,
    pauseMaxMin: 10,
    checklist: defaultChecklist('nasal'),
    criteria: defaultCriteria(),
    quickEvents: [...USUAL_EVENTS],
    medicines: [...USUAL_MEDICINES],
    watch: { ...USUAL_WATCH, conditions: [...USUAL_WATCH.conditions] },
    source: {
      ...SHARED_SOURCES,
      doseChoicesMg: `${LABEL}: 56 or 84 mg, devices 5 min apart`,
      device: `${LABEL}: 28 mg a device, 5 min apart`,
      durationMin: `${LABEL}: blood pressure about 40 min after the dose`,
      concentrationsMgPerMl: `28 mg in 0.2 mL a device; ${CONFIRM}`,
      'vitals.duringEveryMin': `every 15 min, ${CONFIRM}`,
      'vitals.fixed': `${LABEL}: about 40 min after the first device; 35 to 45 ${CONFIRM}`,
      'recovery.requiredMin': `${LABEL}: at least 120 min from the first device`,
    },
  };
}

import { RESUME } from './default-resume.ts';
import { SEVERE } from './default-severe.ts';
import type { LimitName } from './limit-names.ts';
import type { Protocol } from './protocol.ts';

/**
 * The limits a new clinic begins with. A value strictly outside raises: "> 160" is `high: 160`; "≤ 3" on a scale of whole
 * numbers is `low: 4`, "go on below 160" is `resume: { high: 159 }`. Source: clinical tables "Limits (defaults)", per sign in `LIMIT_SOURCES`.
 * Units: mmHg, %, /min, °C, points.
 */
export const DEFAULT_LIMITS: Protocol['limits'] = {
  systolic: {
    medium: { low: 90, high: 160 },
    high: { low: 80, high: 180 },
    hold: { low: 90, high: 140 },
    resume: RESUME.systolic,
    discharge: { high: 150 },
  },
  diastolic: {
    medium: { high: 100 },
    high: { high: 110 },
    hold: { high: 90 },
    resume: RESUME.diastolic,
    discharge: { high: 95 },
  },
  systolicChangePercent: { medium: { low: -20, high: 20 }, high: { low: -40, high: 40 }, discharge: { low: -20, high: 20 } },
  heartRate: {
    medium: { low: 50, high: 120 },
    high: { low: 40, high: 150 },
    hold: { high: 110 },
    discharge: { low: 55, high: 110 },
  },
  spo2: { medium: { low: 92 }, high: { low: 90 }, hold: { low: 92 }, resume: RESUME.spo2, discharge: { low: 94 } },
  respiratoryRate: {
    medium: { low: 10, high: 25 },
    high: { low: 8, high: 30 },
    resume: RESUME.respiratoryRate,
    discharge: { low: 10, high: 25 },
  },
  temperatureC: { medium: { low: 35.5, high: 38 }, high: { low: 35, high: 39 } },
  etco2: { medium: { low: 30, high: 50 }, high: { low: 25, high: 60 } },
  moaas: { medium: { low: 4 }, high: { low: 2 }, hold: { low: 5 }, discharge: { low: 5 } },
  dissociation: { medium: { high: 2 }, high: { high: 3 }, discharge: { high: 1 } },
  nausea: { medium: { high: 2 }, discharge: { high: 1 } },
  pain: { medium: { high: 6 }, discharge: { high: 3 } },
  ...SEVERE,
};

const CANMAT = 'CANMAT recommendations, from a secondary source';
const CONFIRM = 'common knowledge, to be confirmed by a clinician before use';

/** Where each limit comes from, by its place in the protocol. */
export const LIMIT_SOURCES: Readonly<Record<`limits.${LimitName}`, string>> = {
  'limits.systolic': `${CANMAT}: no start above 140, pause above 160, go on below it; the others ${CONFIRM}`,
  'limits.diastolic': `${CANMAT}: no start above 90, pause above 100, go on below it; the others ${CONFIRM}`,
  'limits.systolicChangePercent': `20 % and 40 % as in PADSS, up or down; ${CONFIRM}`,
  'limits.heartRate': CONFIRM,
  'limits.spo2': CONFIRM,
  'limits.respiratoryRate': CONFIRM,
  'limits.temperatureC': CONFIRM,
  'limits.etco2': CONFIRM,
  'limits.moaas': CONFIRM,
  'limits.dissociation': `4 counts as high whether or not distress is noted; ${CONFIRM}`,
  'limits.nausea': CONFIRM,
  'limits.pain': CONFIRM,
  'limits.rass': `+3 and −3 from the clinical tables, the next step as high; ${CONFIRM}`,
  'limits.cadss6': `16 is nearer to “severely” than to “moderately” on every item; ${CONFIRM}`,
};

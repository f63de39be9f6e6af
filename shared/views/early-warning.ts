import { type News2, type News2Part, news2 } from '../scores/news2.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';
import { latestOf, type Measured } from '../vitals/latest.ts';

/** Values further apart than this are not one picture of the patient. */
const TOGETHER_MS = 15 * MINUTE_MS;

const PART_WORDS: Readonly<Record<News2Part, string>> = {
  respiratoryRate: 'respiratory rate',
  spo2: 'SpO₂',
  oxygen: 'air or oxygen',
  systolic: 'systolic',
  heartRate: 'heart rate',
  consciousness: 'MOAA/S',
  temperatureC: 'temperature',
};

/** NEWS2 of the newest values, as a person reads it. */
export interface EarlyWarning {
  /** Absent while a part is missing. */
  readonly total?: number;
  /** Whether one part alone scores 3. */
  readonly threeInOne: boolean;
  /** `respiratory rate 2 · SpO₂ 1`, or what is missing. */
  readonly words: string;
}

/**
 * NEWS2 from the newest value of each part, none more than 15 minutes older than the newest of them. MOAA/S stands for
 * consciousness: 5 alert, 3 and 4 to voice, 1 and 2 to pain, 0 unresponsive. Absent before the first reading.
 */
export function earlyWarning(session: SessionState): EarlyWarning | undefined {
  const signs = {
    respiratoryRate: latestOf(session, 'respiratoryRate'),
    spo2: latestOf(session, 'spo2'),
    systolic: latestOf(session, 'systolic'),
    heartRate: latestOf(session, 'heartRate'),
    temperatureC: latestOf(session, 'temperatureC'),
  };
  const sedation = latestOf(session, 'moaas');
  const times = [...Object.values(signs), sedation].flatMap((one) => (one === undefined ? [] : [toMs(one.at)]));
  if (times.length === 0) return undefined;
  const fromMs = Math.max(...times) - TOGETHER_MS;
  const value = (one: Measured | undefined) => (one !== undefined && toMs(one.at) >= fromMs ? one.value : undefined);
  const reading = entriesOf(session, 'vitals-recorded').at(-1);
  return inWords(
    news2({
      respiratoryRate: value(signs.respiratoryRate),
      spo2: value(signs.spo2),
      systolic: value(signs.systolic),
      heartRate: value(signs.heartRate),
      temperatureC: value(signs.temperatureC),
      consciousness: consciousnessOf(value(sedation)),
      onOxygen: reading === undefined || toMs(reading.happenedAt) < fromMs ? undefined : (reading.data.onOxygen ?? false),
    }),
  );
}

function consciousnessOf(moaas: number | undefined): 'A' | 'V' | 'P' | 'U' | undefined {
  if (moaas === undefined) return undefined;
  if (moaas === 5) return 'A';
  if (moaas >= 3) return 'V';
  return moaas >= 1 ? 'P' : 'U';
}

function inWords({ parts, total, missing, threeInOne }: News2): EarlyWarning {
  if (total === undefined)
    return { threeInOne, words: `not known without ${missing.map((part) => PART_WORDS[part]).join(', ')}` };
  const points = Object.entries(parts).filter(([, one]) => one > 0);
  const words = points.map(([part, one]) => `${PART_WORDS[part as News2Part]} ${one}`).join(' · ');
  return { total, threeInOne, words: words === '' ? 'nothing outside its range' : words };
}

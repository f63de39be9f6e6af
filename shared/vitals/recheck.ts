import { RECHECK_MIN } from '../clinic/default-recheck.ts';
import type { Protocol } from '../clinic/protocol.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { MINUTE_MS, toMs } from '../units.ts';

/** A reading may be this much too early to be the one that was wanted. */
const EARLY_MS = MINUTE_MS;

/** Medicines that lower the blood pressure, by generic and common brand names: what infusion rooms keep. */
const LOWERS =
  /labetalol|(metopr|esm|propran|aten|bisopr)olol|trandate|lopressor|brevibloc|clonidin|catapres|hydralazin|dipin(e)?\b|cardene|clevidipin|nitro(glycerin|prussid)|glyceryl trinitrate|enalapril|captopril|urapidil|ebrantil/;

/** When (ms) a medicine for blood pressure makes the next reading due, after one at `fromMs`; `undefined` when none does. */
export function recheckAfter(session: SessionState, { vitals }: Protocol, fromMs: number): number | undefined {
  const wanted = entriesOf(session, 'medication-given')
    .filter(({ data }) => LOWERS.test(data.drug.toLowerCase()))
    .flatMap(({ happenedAt }) => (vitals.recheckMin ?? RECHECK_MIN).map((afterMin) => toMs(happenedAt) + afterMin * MINUTE_MS))
    .filter((atMs) => fromMs < atMs - EARLY_MS);
  return wanted.length === 0 ? undefined : Math.min(...wanted);
}

import type { Protocol } from '../clinic/protocol.ts';
import {
  LIMITED_SCALES,
  LIMITED_SIGNS,
  type LimitedScale,
  type LimitedSign,
  limitedRow,
  measuredText,
} from '../session/alarm-sign.ts';
import { entriesOf } from '../session/entries.ts';
import type { SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';
import { beyond } from '../vitals/assess.ts';
import { percentChange } from '../vitals/change.ts';
import { baselineOf, bloodPressures, firstDrugAt, latestBy, latestOf } from '../vitals/latest.ts';
import { check, type DischargeCheck } from './discharge-check.ts';
import { type EvidenceSpan, lackingOf, lackingText } from './evidence.ts';

/** The signs and scales that the protocol has discharge limits for. */
function wanted({ limits }: Protocol): (LimitedSign | LimitedScale)[] {
  return [...LIMITED_SIGNS, ...LIMITED_SCALES].filter(
    (name) => limitedRow(name).limits.discharges && limits[name].discharge !== undefined,
  );
}

/** Each seen after the drug and lately. */
export function evidenceCheck(session: SessionState, protocol: Protocol, span: EvidenceSpan): DischargeCheck {
  const lacking = lackingOf(session, wanted(protocol), span);
  return check(
    'evidence',
    `Signs and scales of the last ${span.withinMin} min`,
    lacking.length === 0 ? undefined : lackingText(lacking),
  );
}

/** Each within what the protocol lets go home. */
export function limitsCheck(session: SessionState, protocol: Protocol): DischargeCheck {
  const outside = wanted(protocol).flatMap((name) => outsideDischarge(name, session, protocol) ?? []);
  const all = [...outside, ...changedTooMuch(session, protocol), ...oxygenGiven(session)];
  return check('limits', 'Vital signs and scales within discharge limits', all.length === 0 ? undefined : all.join(', '));
}

/** The newest there is, also one that is too old or later than this moment: what is known to be outside keeps the patient here. */
function outsideDischarge(name: LimitedSign | LimitedScale, session: SessionState, protocol: Protocol): string | undefined {
  const value = latestOf(session, name)?.value;
  if (value === undefined || beyond(value, protocol.limits[name].discharge) === undefined) return undefined;
  return limitedRow(name).limits.asBefore === true && isAsBefore(session, name, value) ? undefined : measuredText(name, value);
}

/** No more than there was before the drug. */
function isAsBefore(session: SessionState, name: LimitedSign | LimitedScale, value: number): boolean {
  const first = firstDrugAt(session);
  const before = first === undefined ? undefined : latestBy(session, name, toMs(first));
  return before !== undefined && value <= before.value;
}

function oxygenGiven(session: SessionState): string[] {
  const saturation = entriesOf(session, 'vitals-recorded')
    .filter(({ data }) => data.spo2 !== undefined)
    .toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
    .at(-1);
  return saturation?.data.onOxygen === true ? ['SpO₂ measured on oxygen'] : [];
}

function changedTooMuch(session: SessionState, protocol: Protocol): string[] {
  const change = systolicChangePercent(session);
  const bounds = protocol.limits.systolicChangePercent.discharge;
  if (change === undefined || beyond(change, bounds) === undefined) return [];
  return [`systolic ${Math.round(change)} % from baseline`];
}

/** Change of the newest systolic from the baseline in percent; `undefined` without both. */
function systolicChangePercent(session: SessionState): number | undefined {
  const baseline = baselineOf(session);
  const last = bloodPressures(session).at(-1);
  if (baseline === undefined || last === undefined || last.eventId === baseline.eventId) return undefined;
  return percentChange(last.systolic, baseline.systolic);
}

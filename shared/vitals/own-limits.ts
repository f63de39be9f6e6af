import { dayAt } from '../clinic/calendar-day.ts';
import type { Protocol } from '../clinic/protocol.ts';
import type { Patient } from '../clinic/records.ts';
import { type ClinicState, protocolOf } from '../clinic/state.ts';
import { entriesOf } from '../session/entries.ts';
import { boundsOf, type OwnLimits, ownLimitsFrom } from '../session/own-limits.ts';
import type { Entry, SessionState } from '../session/state.ts';
import { toMs } from '../units.ts';

/**
 * The protocol of a visit with the limits that are in force in it now: the patient's own, where a physician set any, else the
 * protocol's. The same object as long as nothing changes. Alarms, gates and screens ask for it here alone.
 */
export function protocolFor(clinic: ClinicState, session: SessionState): Protocol | undefined {
  const protocol = protocolOf(clinic, session.protocolId, session.protocolVersion);
  return protocol && withOwnLimits(protocol, entriesOf(session, 'limits-set').at(-1)?.data.limits);
}

/** By the limits that were put in, which are of one visit and so of one protocol: what is remembered by protocol stays remembered. */
const merged = new WeakMap<OwnLimits, Protocol>();

/** A protocol with limits of one patient in the place of its own. */
export function withOwnLimits(protocol: Protocol, own: OwnLimits | undefined): Protocol {
  if (own === undefined) return protocol;
  const known = merged.get(own);
  if (known !== undefined) return known;
  const limits = { ...protocol.limits };
  for (const { name, purpose, side, value } of boundsOf(own))
    limits[name] = { ...limits[name], [purpose]: { ...limits[name][purpose], [side]: value } };
  const result = { ...protocol, limits };
  merged.set(own, result);
  return result;
}

/** What a physician said last of this patient's own limits in this visit; `undefined` while the protocol's apply. */
export function ownLimitsOf(session: SessionState): Entry<'limits-set'> | undefined {
  const last = entriesOf(session, 'limits-set').at(-1);
  return last === undefined || boundsOf(last.data.limits).length === 0 ? undefined : last;
}

/**
 * The protocol of a visit (as it was published) with the limits that were in force once the log of the visit was at a position;
 * the present ones without it.
 */
export function protocolThen(protocol: Protocol, session: SessionState, position = Number.POSITIVE_INFINITY): Protocol {
  const said = entriesOf(session, 'limits-set').findLast((entry) => entry.position <= position);
  return withOwnLimits(protocol, said?.data.limits);
}

/**
 * ALARM71: of the limits that a physician set for this patient until a day, those with which this visit could not begin, as its
 * protocol has no such limit or they would cross its own; `undefined` where there are none, before the visit begins, and once a
 * physician said in this visit what applies.
 */
export function limitsLeftOut(session: SessionState, kept: Patient['ownLimits'], timeZone: string): OwnLimits | undefined {
  const arrived = entriesOf(session, 'checked-in').at(-1);
  if (arrived === undefined || kept === undefined || kept.until < dayAt(toMs(arrived.happenedAt), timeZone)) return undefined;
  const begun = entriesOf(session, 'limits-set').at(-1);
  if (begun !== undefined && begun.data.by === undefined) return undefined;
  const brought = boundsOf(begun?.data.limits ?? {}).map(keyOf);
  const leftOut = boundsOf(kept.limits).filter((bound) => !brought.includes(keyOf(bound)));
  return leftOut.length === 0 ? undefined : ownLimitsFrom(leftOut);
}

const keyOf = ({ name, purpose, side }: ReturnType<typeof boundsOf>[number]) => `${name} ${purpose} ${side}`;

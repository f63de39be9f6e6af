import { LIMITS } from '../clinic/limit-names.ts';
import type { Protocol, SignLimits } from '../clinic/protocol.ts';
import { LIMITED_SIGNS, type LimitedSign } from '../session/alarm-sign.ts';
import { withUnit } from '../session/shown-sign.ts';
import { signRow } from '../session/signs.ts';

/** Why a protocol cannot be published, or `undefined`. Its details name rows of the protocol, never a patient. */
export interface ProtocolObjection {
  readonly code: 'protocol-version-not-next' | 'protocol-invalid';
  readonly rule: 'CLIN11';
  readonly detail: string;
}

/**
 * Whether a protocol may follow the versions published so far (oldest first): its version is the next one, it keeps its route,
 * each question stands once, and its limits can be kept.
 */
export function checkProtocol(versions: readonly Protocol[], protocol: Protocol): ProtocolObjection | undefined {
  const rule = 'CLIN11';
  const last = versions.at(-1);
  const next = (last?.version ?? 0) + 1;
  if (protocol.version !== next)
    return { code: 'protocol-version-not-next', rule, detail: `The next version of this protocol is ${next}.` };
  const invalid = (detail: string): ProtocolObjection => ({ code: 'protocol-invalid', rule, detail });
  if (last !== undefined && last.route !== protocol.route)
    return invalid('A protocol keeps its route. Make a new protocol for another one.');
  if (hasTwice(protocol.checklist)) return invalid('A question of the checklist stands there twice.');
  if (hasTwice(protocol.criteria)) return invalid('A criterion for going home stands there twice.');
  if (hasTwice(protocol.quickEvents ?? [])) return invalid('A quick event stands there twice.');
  const crossed = LIMITS.find(({ name }) => areCrossed(protocol.limits[name]));
  if (crossed !== undefined) return invalid(`${crossed.label}: the limits cross each other.`);
  const beyond = LIMITED_SIGNS.find((sign) => isBeyondMeasuring(sign, protocol.limits[sign]));
  if (beyond === undefined) return undefined;
  const { label, min, max } = signRow(beyond);
  return invalid(
    `${label}: a limit lies between ${withUnit(beyond, min)} and ${withUnit(beyond, max)}; nothing else can be measured.`,
  );
}

function hasTwice(rows: readonly { readonly id: string }[]): boolean {
  return new Set(rows.map(({ id }) => id)).size < rows.length;
}

/** A limit that no value can reach would be one that is switched off without anybody seeing it. */
function isBeyondMeasuring(sign: LimitedSign, { medium, high, hold, resume, discharge }: SignLimits): boolean {
  const { min, max } = signRow(sign);
  return [medium, high, hold, resume, discharge].some((bounds) =>
    [bounds?.low, bounds?.high].some((bound) => bound !== undefined && (bound < min || bound > max)),
  );
}

/** No value could be within, or a high alarm would come before the medium one. */
export function areCrossed({ medium, high, hold, resume, discharge }: SignLimits): boolean {
  for (const bounds of [medium, high, hold, resume, discharge])
    if (bounds?.low !== undefined && bounds.high !== undefined && bounds.low > bounds.high) return true;
  if (medium?.high !== undefined && high?.high !== undefined && high.high < medium.high) return true;
  return medium?.low !== undefined && high?.low !== undefined && high.low > medium.low;
}

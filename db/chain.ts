import { hash } from 'node:crypto';
import { canonicalJson } from '../shared/log/canonical-json.ts';
import type { Recorded } from '../shared/log/event.ts';

/** Chain hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** An event's fields as they are stored: `data` is canonical JSON text. */
export interface StoredEvent {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly streamPosition: number;
  readonly type: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorRole: Recorded['actor']['role'];
  readonly deviceId: string | null;
  readonly commandId: string;
  readonly data: string;
}

/**
 * Hash of the chain after this event: hex SHA-256 of the hash before it, followed by the canonical JSON of the event as
 * `contract.md` shows it (`deviceId` left out when there is none). Written out by hand because it runs once per event:
 * the keys stand in their sorted order and `data` is canonical already. A test compares it with `canonicalJson`.
 */
export function chainHash(before: string, event: StoredEvent): string {
  const device = event.deviceId === null ? '' : `"deviceId":${JSON.stringify(event.deviceId)},`;
  return hash(
    'sha256',
    `${before}{"actor":{"id":${JSON.stringify(event.actorId)},"role":${JSON.stringify(event.actorRole)}},` +
      `"commandId":${JSON.stringify(event.commandId)},"data":${event.data},${device}` +
      `"happenedAt":${JSON.stringify(event.happenedAt)},"id":${JSON.stringify(event.id)},"position":${event.position},` +
      `"recordedAt":${JSON.stringify(event.recordedAt)},"stream":${JSON.stringify(event.stream)},` +
      `"streamPosition":${event.streamPosition},"type":${JSON.stringify(event.type)},"version":${event.version}}`,
  );
}

/** The same hash from the event as the world sees it: what a reader outside would work out. */
export function chainHashOfRecorded(before: string, event: Recorded): string {
  return hash('sha256', before + canonicalJson(event));
}

/** A stored event as the world sees it; the members always stand in the same order, so equal events are equal text. */
export function toRecorded(event: StoredEvent): Recorded {
  const data: unknown = JSON.parse(event.data);
  return {
    position: event.position,
    id: event.id,
    stream: event.stream,
    streamPosition: event.streamPosition,
    type: event.type,
    version: event.version,
    happenedAt: event.happenedAt,
    recordedAt: event.recordedAt,
    actor: { id: event.actorId, role: event.actorRole },
    ...(event.deviceId === null ? {} : { deviceId: event.deviceId }),
    commandId: event.commandId,
    data,
  };
}

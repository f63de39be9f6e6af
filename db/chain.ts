import { hash } from 'node:crypto';
import { canonicalJson } from '../shared/log/canonical-json.ts';
import type { Recorded } from '../shared/log/event.ts';
import type { SpelledEvent } from './store.ts';

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
 * The canonical JSON of an event as `contract.md` shows it (`deviceId` left out when there is none): the text that the chain
 * hashes and the wire carries. Written out by hand because it runs once per event: the keys stand in their sorted order and
 * `data` is canonical already. A test compares it with `canonicalJson`.
 */
export function eventJson(event: StoredEvent): string {
  const device = event.deviceId === null ? '' : `"deviceId":${JSON.stringify(event.deviceId)},`;
  return (
    `{"actor":{"id":${JSON.stringify(event.actorId)},"role":${JSON.stringify(event.actorRole)}},` +
    `"commandId":${JSON.stringify(event.commandId)},"data":${event.data},${device}` +
    `"happenedAt":${JSON.stringify(event.happenedAt)},"id":${JSON.stringify(event.id)},"position":${event.position},` +
    `"recordedAt":${JSON.stringify(event.recordedAt)},"stream":${JSON.stringify(event.stream)},` +
    `"streamPosition":${event.streamPosition},"type":${JSON.stringify(event.type)},"version":${event.version}}`
  );
}

/** Hash of the chain after an event: hex SHA-256 of the hash before it, followed by the event's canonical JSON. */
export function chainHash(before: string, json: string): string {
  return hash('sha256', before + json);
}

/** The same hash from the event as the world sees it: what a reader outside would work out. */
export function chainHashOfRecorded(before: string, event: Recorded): string {
  return chainHash(before, canonicalJson(event));
}

/**
 * A stored event as the world sees it, with its text at hand. Its members stand in the order of the text, so that equal events are
 * equal text; `json` is none of them, so that a copy with other data does not carry the text of the original.
 */
class FromRow implements SpelledEvent {
  declare readonly actor: Recorded['actor'];
  declare readonly commandId: string;
  declare readonly data: unknown;
  declare readonly deviceId?: string;
  declare readonly happenedAt: string;
  declare readonly id: string;
  declare readonly position: number;
  declare readonly recordedAt: string;
  declare readonly stream: string;
  declare readonly streamPosition: number;
  declare readonly type: string;
  declare readonly version: number;
  /** The row until somebody asks for its text: who only folds the past needs none. */
  #text: StoredEvent | string;

  constructor(row: StoredEvent, json: string | undefined) {
    this.#text = json ?? row;
    this.actor = { id: row.actorId, role: row.actorRole };
    this.commandId = row.commandId;
    this.data = JSON.parse(row.data);
    if (row.deviceId !== null) this.deviceId = row.deviceId;
    this.happenedAt = row.happenedAt;
    this.id = row.id;
    this.position = row.position;
    this.recordedAt = row.recordedAt;
    this.stream = row.stream;
    this.streamPosition = row.streamPosition;
    this.type = row.type;
    this.version = row.version;
  }

  get json(): string {
    if (typeof this.#text !== 'string') this.#text = eventJson(this.#text);
    return this.#text;
  }
}

/** The event of a row; `json` where its text is known already. */
export function toRecorded(row: StoredEvent, json?: string): SpelledEvent {
  return new FromRow(row, json);
}

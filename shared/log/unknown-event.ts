import type { Recorded } from './event.ts';

/** What is left of an event that this version cannot show: what it is called in the log, and what it says there. */
export interface UnknownData {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** What has to be known of a type of event to read it. */
export interface ReadableRow {
  readonly event: string;
  readonly version: number;
  readonly upcasts: Readonly<Record<number, (old: never) => unknown>>;
}

/**
 * An event as this version understands it: data of an older version in the present shape, and what it does not understand (no
 * row, a newer version, data that does not fit) as `unknown` with the envelope it came in. Never throws.
 */
export function readBy(event: Recorded, row: ReadableRow | undefined, fits: (data: unknown) => boolean): Recorded {
  if (event.type === 'unknown') return event;
  const data = row === undefined || event.version > row.version ? undefined : inPresentShape(event, row);
  if (row === undefined || data === undefined || !fits(data)) return asUnknown(event);
  return event.version === row.version ? event : { ...event, version: row.version, data };
}

function asUnknown(event: Recorded): Recorded<'unknown', UnknownData> {
  const { type, version, data } = event;
  return { ...event, type: 'unknown', version: 1, data: { type, version, data } };
}

function inPresentShape({ version, data }: Recorded, row: ReadableRow): unknown {
  let shaped = data;
  try {
    for (let from = version; from < row.version; from++) {
      const upcast = row.upcasts[from];
      if (upcast === undefined) return undefined;
      shaped = upcast(shaped as never);
    }
    return shaped;
  } catch {
    // Data that its own version would not have taken.
    return undefined;
  }
}

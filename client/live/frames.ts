import type { Recorded } from '../../shared/log/event.ts';
import type { Beat } from '../../shared/wire/down.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { readEvent } from '../../shared/wire/read-event.ts';

/*
 * Parsing at the browser's edge, by hand: the schemas of shared/wire say the same, but their library would be a sixth of
 * everything that a board loads, and each frame has to be through within a frame's time. `frames.test.ts` holds both to
 * one another.
 */

type Json = Readonly<Record<string, unknown>>;

/** The events of a frame, or `undefined` when it is none. */
export function eventsOf(frame: unknown): readonly Recorded[] | undefined {
  if (!isObject(frame) || !isCount(frame.from) || !Array.isArray(frame.events)) return undefined;
  return frame.events.every(isRecorded) ? frame.events.map((event) => readEvent(event)) : undefined;
}

/** A beat, or `undefined` when it is none. */
export function beatOf(frame: unknown): Beat | undefined {
  if (!isObject(frame)) return undefined;
  const { now, head, epoch, speed } = frame;
  if (!isInstant(now) || !isCount(head) || typeof epoch !== 'string' || typeof speed !== 'number' || !(speed > 0))
    return undefined;
  return { now, head, epoch, speed };
}

/** The position of `caught-up`, or `undefined` when it is none. */
export function caughtUpOf(frame: unknown): number | undefined {
  return isObject(frame) && isCount(frame.position) ? frame.position : undefined;
}

/** The code of `closing`, or `undefined` when it is none. */
export function closingOf(frame: unknown): number | undefined {
  return isObject(frame) && isCount(frame.code) ? frame.code : undefined;
}

/** A problem document, or `undefined` when the answer came from somebody else (a proxy, a captive portal). */
export function problemOf(json: unknown): Problem | undefined {
  if (!isObject(json)) return undefined;
  const { type, title, status, code, detail } = json;
  const texts = [type, title, code, detail].every((text) => typeof text === 'string');
  return texts && typeof status === 'number' ? (json as unknown as Problem) : undefined;
}

function isRecorded(event: unknown): event is Recorded {
  return (
    isObject(event) &&
    isCount(event.position) &&
    isCount(event.streamPosition) &&
    isCount(event.version) &&
    typeof event.id === 'string' &&
    typeof event.stream === 'string' &&
    typeof event.type === 'string' &&
    typeof event.commandId === 'string' &&
    isInstant(event.happenedAt) &&
    isInstant(event.recordedAt) &&
    isObject(event.actor) &&
    typeof event.actor.id === 'string' &&
    typeof event.actor.role === 'string'
  );
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isInstant = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

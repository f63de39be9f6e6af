import { canonicalJson } from '../shared/log/canonical-json.ts';
import type { NewEvent } from '../shared/log/event.ts';
import type { Refusal } from '../shared/log/refusal.ts';
import { type Id, toMs } from '../shared/units.ts';
import { chainHash, eventJson, type StoredEvent, toRecorded } from './chain.ts';
import { eventId } from './event-id.ts';
import type { Awaitable, Batch, ChainedEvent, CommandAnswer, Head } from './log-engine.ts';
import type { Participant, SpelledEvent, Write, WriteOutcome } from './store.ts';

/** What one write comes to once its batch is durable. */
export type Result =
  | { readonly kind: 'new'; readonly outcome: WriteOutcome }
  /** Its id is known: from earlier, or from a write before it in the same batch. */
  | { readonly kind: 'known'; readonly answer: CommandAnswer; readonly isDurable: boolean }
  | { readonly kind: 'threw'; readonly error: unknown };

export interface Draft {
  readonly batch: Batch;
  /** The batch's events as the world will see them. */
  readonly events: readonly SpelledEvent[];
  /** One for each write, in order. */
  readonly results: readonly Result[];
}

export interface DraftParts {
  readonly after: Head;
  readonly answered: ReadonlyMap<Id, CommandAnswer>;
  readonly participant: Participant;
  /** Last position within a stream. */
  readonly endOf: (stream: string) => Awaitable<number>;
}

/**
 * Decides the writes one after the other, each on what the ones before it left behind, and numbers and chains their events. Nothing is
 * stored. A write whose `decide` throws, or says what JSON cannot hold, leaves no trace; when the participant throws, so does this.
 */
export async function draftOf(writes: readonly Write[], { after, answered, participant, endOf }: DraftParts): Promise<Draft> {
  const events: SpelledEvent[] = [];
  const chained: ChainedEvent[] = [];
  const answers = new Map<Id, CommandAnswer>();
  const results: Result[] = [];
  const ends = new Map<string, number>();
  let head = after;

  for (const write of writes) {
    const { commandId, digest } = write;
    const earlier = answered.get(commandId);
    const answer = earlier ?? answers.get(commandId);
    if (answer !== undefined) {
      results.push({ kind: 'known', answer, isDurable: earlier !== undefined });
      continue;
    }
    const decided = decide(write);
    if (decided.kind === 'threw') {
      results.push(decided);
      continue;
    }
    if (decided.kind === 'refused') {
      answers.set(commandId, { commandId, digest, from: head.position, to: head.position, refusal: decided.refusal });
      results.push({ kind: 'new', outcome: { kind: 'refused', refusal: decided.refusal, replayed: false } });
      continue;
    }
    const from = head.position;
    const own: SpelledEvent[] = [];
    for (const { event, data } of decided.spelled) {
      const streamPosition = (ends.get(event.stream) ?? (await endOf(event.stream))) + 1;
      ends.set(event.stream, streamPosition);
      const stored = storedEvent(write, event, data, head.position + 1, streamPosition);
      const json = eventJson(stored);
      head = { position: stored.position, hash: chainHash(head.hash, json) };
      chained.push({ ...stored, hash: head.hash });
      own.push(toRecorded(stored, json));
    }
    answers.set(commandId, { commandId, digest, from, to: head.position, refusal: null });
    participant.apply(own);
    for (const event of own) events.push(event);
    results.push({ kind: 'new', outcome: { kind: 'appended', position: head.position, events: own, replayed: false } });
  }
  return { batch: { after, events: chained, answers: [...answers.values()] }, events, results };
}

type Decided =
  | { readonly kind: 'accepted'; readonly spelled: readonly { readonly event: NewEvent; readonly data: string }[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'threw'; readonly error: unknown };

/** What a write decides, its events spelled as they will be stored. */
function decide(write: Write): Decided {
  try {
    const decision = write.decide();
    if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
    const spelled = decision.events.map((event) => ({ event, data: canonicalJson(event.data) }));
    return { kind: 'accepted', spelled };
  } catch (error) {
    return { kind: 'threw', error };
  }
}

function storedEvent(write: Write, event: NewEvent, data: string, position: number, streamPosition: number): StoredEvent {
  return {
    position,
    id: eventId(toMs(write.recordedAt)),
    stream: event.stream,
    streamPosition,
    type: event.type,
    version: event.version,
    happenedAt: event.happenedAt,
    recordedAt: write.recordedAt,
    actorId: write.actor.id,
    actorRole: write.actor.role,
    deviceId: write.deviceId ?? null,
    commandId: write.commandId,
    data,
  };
}

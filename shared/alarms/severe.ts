import { folded } from '../clinic/folded.ts';
import type { AlarmPriority } from '../session/alarm-kinds.ts';
import { entriesOf, foldEntries } from '../session/entries.ts';
import type { Entry, SessionState } from '../session/state.ts';
import { isDangerous, isVomiting } from '../session/symptom-kinds.ts';
import { type Id, type Instant, toMs } from '../units.ts';
import type { WantedAlarm } from './wanted-alarm.ts';

/** A symptom this strong is told to somebody, of 4. Source: clinical tables "Alarms", severe observations. */
const SEVERE = 3;
/** Vomiting endangers the airway of who answers no better than this on MOAA/S. Source: clinical tables "Alarms", severe observations. */
const SEDATED_MOAAS = 3;
const VOMITING_NAUSEA = 4;

type Symptom = Entry<'symptom-recorded'>;

/**
 * Alarms of what was seen rather than measured: a severe symptom, one of each kind while it was last said to be so, and vomiting of
 * somebody sedated. What was entered late, behind what came after it, is wanted once, marked as late.
 */
export function severeAlarms(session: SessionState): WantedAlarm[] {
  return [...emergencyAlarms(session), ...symptomAlarms(session), ...vomitingAlarms(session)];
}

/** Help that was called for asks everybody, until somebody acknowledges. */
function emergencyAlarms(session: SessionState): WantedAlarm[] {
  return entriesOf(session, 'emergency-recorded').flatMap(({ data, eventId }): WantedAlarm[] => {
    const told = session.alarms.find(({ kind, causeEventId }) => kind === 'emergency' && causeEventId === eventId);
    if (data.kind !== 'code' || (told !== undefined && told.cleared !== undefined)) return [];
    if (told?.acknowledged !== undefined) return [];
    return [{ key: emergencyKey(eventId), kind: 'emergency', priority: 'high', causeEventId: eventId, occasion: eventId }];
  });
}

export const emergencyKey = (causeEventId: Id | undefined): string => `emergency/${causeEventId}`;

/** What makes the alarm of a symptom one alarm: the words that it goes by. */
export function symptomKey(session: SessionState, causeEventId: Id | undefined): string {
  return keyOf(entriesOf(session, 'symptom-recorded').find(({ eventId }) => eventId === causeEventId)?.data.kind ?? '');
}

const keyOf = (kind: string): string => `symptom/${folded(kind.trim())}`;

function symptomAlarms(session: SessionState): WantedAlarm[] {
  const byKey = new Map<string, Symptom[]>();
  for (const one of entriesOf(session, 'symptom-recorded')) {
    const key = keyOf(one.data.kind);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey].flatMap(([key, said]) => {
    const inOrder = said.toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0));
    const newest = inOrder.at(-1);
    return inOrder
      .filter(({ data }) => data.severity >= SEVERE)
      .flatMap((one): WantedAlarm[] => {
        if (one === newest) return [alarmOf(one, key)];
        return isTold(session, said, one) ? [] : [{ ...alarmOf(one, `late/${one.eventId}`), late: true }];
      });
  });
}

function alarmOf({ eventId, data }: Symptom, key: string): WantedAlarm {
  const priority: AlarmPriority = isDangerous(data.kind) ? 'high' : 'medium';
  return { key, kind: 'symptom', priority, value: data.severity, bound: 'high', causeEventId: eventId, occasion: eventId };
}

/** Whether somebody was told of a symptom as strong as this one, when it or another entry of its kind was made. */
function isTold({ alarms }: SessionState, said: readonly Symptom[], { data }: Symptom): boolean {
  return alarms.some(
    ({ kind, causeEventId, value = 0 }) =>
      kind === 'symptom' && value >= data.severity && said.some(({ eventId }) => eventId === causeEventId),
  );
}

/** What changes whether somebody vomits, or how deep they are sedated. */
interface Moment {
  readonly at: Instant;
  readonly eventId: Id;
  readonly vomiting?: boolean;
  readonly sedated?: boolean;
}

/** In the order in which they were said. */
const momentsOf = foldEntries<readonly Moment[]>({
  empty: () => [],
  add(moments, entry) {
    const { happenedAt: at, eventId, struck } = entry;
    if (struck !== undefined) return moments;
    if (entry.type === 'symptom-recorded')
      return isVomiting(entry.data.kind) ? [...moments, { at, eventId, vomiting: entry.data.severity > 0 }] : moments;
    if (entry.type !== 'observation-recorded') return moments;
    const { moaas, nausea } = entry.data;
    if (moaas === undefined && nausea === undefined) return moments;
    return [
      ...moments,
      {
        ...{ at, eventId },
        ...(moaas === undefined ? {} : { sedated: moaas <= SEDATED_MOAAS }),
        ...(nausea === undefined ? {} : { vomiting: nausea >= VOMITING_NAUSEA }),
      },
    ];
  },
});

/** The entries during which somebody sedated vomited, stretch by stretch. `goesOn`: the last one is not over. */
function vomitingStretches(moments: readonly Moment[]): { readonly stretches: readonly Id[][]; readonly goesOn: boolean } {
  const stretches: Id[][] = [];
  let [vomiting, sedated, goesOn] = [false, false, false];
  for (const moment of moments.toSorted((a, b) => toMs(a.at) - toMs(b.at))) {
    vomiting = moment.vomiting ?? vomiting;
    sedated = moment.sedated ?? sedated;
    if (vomiting && sedated && goesOn) stretches.at(-1)?.push(moment.eventId);
    else if (vomiting && sedated) stretches.push([moment.eventId]);
    goesOn = vomiting && sedated;
  }
  return { stretches, goesOn };
}

function vomitingAlarms(session: SessionState): WantedAlarm[] {
  const moments = momentsOf(session);
  if (!moments.some(({ vomiting }) => vomiting)) return [];
  const { stretches, goesOn } = vomitingStretches(moments);
  return stretches.flatMap((causes, place): WantedAlarm[] => {
    const [eventId = ''] = causes;
    const alarm = { kind: 'vomiting-sedated', priority: 'high', causeEventId: eventId, occasion: eventId } as const;
    if (goesOn && place === stretches.length - 1) return [{ ...alarm, key: alarm.kind }];
    const told = session.alarms.some(({ kind, causeEventId }) => kind === alarm.kind && causes.includes(causeEventId ?? ''));
    return told ? [] : [{ ...alarm, key: `late/${eventId}`, late: true }];
  });
}

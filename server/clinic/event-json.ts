import type { SpelledEvent } from '../../db/store.ts';
import type { Role } from '../../shared/log/roles.ts';
import { forDisplay } from './for-display.ts';

/** Who looks: people who signed in see everything, a wall display sees no names. */
export type Audience = 'staff' | 'display';

export function audienceOf(role: Role): Audience {
  return role === 'display' ? 'display' : 'staff';
}

const withheld = new WeakMap<SpelledEvent, string>();

/** An event's text as an audience may have it. Only what is withheld from a display is spelled again, once. */
function eventJson(event: SpelledEvent, audience: Audience): string {
  if (audience === 'staff') return event.json;
  let json = withheld.get(event);
  if (json === undefined) {
    const shown = forDisplay(event);
    json = shown === event ? event.json : JSON.stringify(shown);
    withheld.set(event, json);
  }
  return json;
}

/** Events as the members of a JSON array, without its brackets. */
export function eventsJson(events: readonly SpelledEvent[], audience: Audience): string {
  return events.map((event) => eventJson(event, audience)).join(',');
}

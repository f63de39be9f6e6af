import type { Formats } from '../../shared/clinic/formats.ts';
import { alarmText } from '../../shared/session/alarm-text.ts';
import type { Alarm } from '../../shared/session/state.ts';

/** With the words of the entry that raised it, where the alarm itself must not have them. */
export function alarmSaid(alarm: Alarm, words: string | undefined, formats: Formats): string {
  if (words !== undefined && alarm.kind === 'symptom') return `${words}, ${alarm.value} of 4`;
  return words !== undefined && alarm.kind === 'emergency' ? `Emergency: ${words}` : alarmText(alarm, formats);
}

/** Without the limit, where there is no room for it. */
export const alarmInShort = (alarm: Alarm, formats: Formats): string => alarmText(alarm, formats).split(', limit')[0] ?? '';

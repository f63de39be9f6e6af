import { ALARM_MARK } from '../../../../shared/session/alarm-text.ts';
import type { Raises } from './raised-by.ts';
import own from './raising.module.css';

/** What saving will do, said before it is saved. Heard by a screen reader as it changes; eyes see it in the fields. */
export function Raising({ raises }: { readonly raises: readonly Raises[] }) {
  const alarms = raises.filter(({ priority }) => priority !== 'hold');
  const holds = raises.filter(({ priority }) => priority === 'hold');
  return (
    <p className={own.raising} role="status">
      {alarms.length > 0 &&
        `Saving raises: ${alarms.map(({ priority, words }) => `${ALARM_MARK[priority === 'high' ? 'high' : 'medium']} ${words}`).join(' · ')}`}
      {alarms.length > 0 && holds.length > 0 && ' · '}
      {holds.length > 0 && `Holds the start: ${holds.map(({ words }) => words).join(' · ')}`}
    </p>
  );
}

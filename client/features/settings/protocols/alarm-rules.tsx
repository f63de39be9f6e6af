import { ESCALATION } from '../../../../shared/alarms/escalation.ts';
import settings from '../settings.module.css';

const TO: Readonly<Record<string, string>> = {
  'nurses-and-physician': 'all nurses and the physician again',
  clinic: 'the whole clinic',
  physician: 'the physician',
};
const MARK = { high: '*** high', medium: '** medium', low: '* low' } as const;

/** How alarms behave for every protocol: said openly, because nobody should have to find out. */
export function AlarmRules() {
  return (
    <section className={`${settings.card} ${settings.padded}`} aria-label="How alarms behave">
      <h2>How alarms behave</h2>
      <ul className={settings.plain}>
        <li>A value that a person typed raises its alarm at once. It clears with the next reading within the limit.</li>
        <li>A high alarm stays until somebody acknowledges it, even when its cause is gone. One that worsens is active again.</li>
        {(['high', 'medium', 'low'] as const).map((priority) => (
          <li key={priority}>
            <b>{MARK[priority]}</b>, not answered:{' '}
            {ESCALATION[priority].length === 0
              ? 'nobody else is told'
              : ESCALATION[priority].map(({ afterMs, to }) => `after ${afterMs / 1_000} s ${TO[to] ?? to}`).join(', ')}
            .
          </li>
        ))}
        <li>No alarm can be switched off for good.</li>
      </ul>
    </section>
  );
}

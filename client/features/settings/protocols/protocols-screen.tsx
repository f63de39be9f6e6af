import { Link } from '@tanstack/react-router';
import { routeText } from '../../../../shared/session/route-text.ts';
import { useClinic } from '../../../live/live.ts';
import { SettingsSection } from '../section.tsx';
import settings from '../settings.module.css';
import { AlarmRules } from './alarm-rules.tsx';

/** The clinic's protocols, each in its newest version. */
export function ProtocolsScreen() {
  const protocols = useClinic((clinic) => clinic.protocols);
  const newest = [...protocols.values()]
    .flatMap((versions) => versions.slice(-1))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <SettingsSection
      title="Protocols"
      right="see-protocols"
      lead="Intervals, limits, checklist and criteria of one kind of infusion. A visit keeps the version that was in force when it was scheduled."
    >
      <div className={settings.card}>
        <ul className={settings.list}>
          {newest.map(({ id, name, version, drug, route, vitals, recovery }) => (
            <li key={id}>
              <Link
                to="/settings/protocols/$protocolId"
                params={{ protocolId: id }}
                className={`${settings.main} ${settings.link}`}
              >
                <b>{name}</b>
                <small>
                  {drug}, {routeText(route)} · vitals every {vitals.duringEveryMin} min, in recovery every{' '}
                  {vitals.recoveryEveryMin} · observation {recovery.requiredMin} min
                </small>
              </Link>
              <span className={settings.fact}>version {version}</span>
            </li>
          ))}
        </ul>
      </div>
      <AlarmRules />
    </SettingsSection>
  );
}

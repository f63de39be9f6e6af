import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useClinic } from '../../../live/live.ts';
import { SettingsSection, useMay } from '../section.tsx';
import settings from '../settings.module.css';
import { ProtocolEditor } from './protocol-editor.tsx';
import { ProtocolView } from './protocol-view.tsx';

/** One protocol in any of its versions; an administrator makes the next one. */
export function ProtocolScreen() {
  const { protocolId } = useParams({ from: '/signed-in/settings/protocols/$protocolId' });
  const versions = useClinic((clinic) => clinic.protocols.get(protocolId));
  const may = useMay('publish-protocol');
  const [shown, setShown] = useState<number>();
  const [editing, setEditing] = useState(false);
  const last = versions?.at(-1);
  if (versions === undefined || last === undefined) return <EmptyState title="There is no such protocol" />;
  const protocol = versions.find(({ version }) => version === shown) ?? last;
  const isLast = protocol.version === last.version;
  return (
    <SettingsSection
      title={protocol.name}
      right="see-protocols"
      lead={<Link to="/settings/protocols">All protocols</Link>}
      actions={
        may &&
        !editing &&
        isLast && (
          <Button look="primary" onClick={() => setEditing(true)}>
            Change as version {last.version + 1}
          </Button>
        )
      }
    >
      {editing ? (
        <ProtocolEditor
          last={last}
          onClose={() => setEditing(false)}
          onDone={(version) => {
            setEditing(false);
            setShown(undefined);
            announce(`Version ${version} is in force for visits scheduled from now on.`);
          }}
        />
      ) : (
        <>
          {versions.length > 1 && (
            <SelectField
              className={settings.search ?? ''}
              label="Version"
              value={String(protocol.version)}
              onChange={(value) => setShown(Number(value))}
              options={versions
                .map(({ version }) => ({
                  value: String(version),
                  label: version === last.version ? `${version}, in force` : `${version}, for visits scheduled with it`,
                }))
                .reverse()}
            />
          )}
          <ProtocolView protocol={protocol} />
        </>
      )}
    </SettingsSection>
  );
}

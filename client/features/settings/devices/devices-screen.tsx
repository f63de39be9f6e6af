import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DeviceRecord, deviceNameSchema } from '../../../../shared/wire/device.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FormSheet } from '../../../components/form/form-sheet.tsx';
import { TextField } from '../../../components/form/text-field.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { ProblemMessage } from '../../../components/problem-message.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { post, request } from '../../../live/api.ts';
import { useClinicTime } from '../../../live/clinic-time.ts';
import { ask, problemOf } from '../../../live/query-client.ts';
import { askDevice, useTablet } from '../../../live/tablet.ts';
import { SettingsSection } from '../section.tsx';
import styles from '../settings.module.css';

const KEY = ['devices'];

/** Tablets that people share: enrolled where one stands, named, and taken out of use. */
export function DevicesScreen() {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<{ devices: DeviceRecord[] }>('/api/devices', signal),
  });
  const here = useTablet(({ device }) => device);
  const [naming, setNaming] = useState<DeviceRecord | 'this one'>();
  const [asked, setAsked] = useState<DeviceRecord>();
  const problem = problemOf(error);
  const again = () => {
    void askDevice();
    void client.invalidateQueries({ queryKey: KEY });
  };

  const takeOut = async ({ id, name }: DeviceRecord) => {
    const answer = await request<undefined>('DELETE', `/api/devices/${id}`);
    setAsked(undefined);
    announce(answer.ok ? `“${name}” is out of use.` : answer.problem.detail, answer.ok ? 'polite' : 'assertive');
    again();
  };

  return (
    <SettingsSection
      title="Tablets"
      right="manage-devices"
      lead="On an enrolled tablet people change with initials and PIN, once each signed in there with the password within 12 hours. Left alone for five minutes it locks; alarms and timers stay in view."
      actions={
        here?.enrolled === false && (
          <Button look="primary" onClick={() => setNaming('this one')}>
            Enrol this device
          </Button>
        )
      }
    >
      {problem !== undefined && <ProblemMessage problem={problem} />}
      {data?.devices.length === 0 && (
        <EmptyState title="No tablet yet">Open this page on the tablet itself and enrol it there.</EmptyState>
      )}
      {data !== undefined && data.devices.length > 0 && (
        <div className={styles.card}>
          <ul className={styles.list}>
            {data.devices.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                isHere={device.id === here?.id}
                onRename={() => setNaming(device)}
                onTakeOut={() => setAsked(device)}
              />
            ))}
          </ul>
        </div>
      )}
      {naming !== undefined && <NameForm device={naming} onClose={() => setNaming(undefined)} onDone={again} />}
      {asked !== undefined && (
        <Sheet title={`Take “${asked.name}” out of use?`} open onClose={() => setAsked(undefined)}>
          <p>Whoever is signed in on it is signed out at once. To use it again it is enrolled again.</p>
          <Button look="primary" onClick={() => void takeOut(asked)}>
            Take out of use
          </Button>
        </Sheet>
      )}
    </SettingsSection>
  );
}

interface DeviceRowProps {
  readonly device: DeviceRecord;
  readonly isHere: boolean;
  readonly onRename: () => void;
  readonly onTakeOut: () => void;
}

function DeviceRow({ device: { name, createdAt, lastSeenAt, revokedAt }, isHere, onRename, onTakeOut }: DeviceRowProps) {
  const { date, time } = useClinicTime();
  return (
    <li>
      <span className={styles.main}>
        <b>{name}</b>
        <small>
          enrolled {date(createdAt)}
          {isHere && ' · this device'}
        </small>
      </span>
      <span className={styles.fact}>
        last seen {date(lastSeenAt)}, {time(lastSeenAt)}
      </span>
      {revokedAt === undefined ? (
        <span className={styles.row}>
          <Button size="pointer" aria-label={`Rename ${name}`} onClick={onRename}>
            Rename
          </Button>
          <Button size="pointer" aria-label={`Take out of use: ${name}`} onClick={onTakeOut}>
            Take out of use
          </Button>
        </span>
      ) : (
        <Chip>out of use since {date(revokedAt)}</Chip>
      )}
    </li>
  );
}

interface NameFormProps {
  readonly device: DeviceRecord | 'this one';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function NameForm({ device, onClose, onDone }: NameFormProps) {
  const isNew = device === 'this one';
  const form = useForm({
    initial: { name: isNew ? '' : device.name },
    read: (typed) => typed,
    schema: deviceNameSchema,
    says: { name: 'A name is needed, so that it can be told apart' },
    send: (data, signal) =>
      isNew ? post('/api/devices', data, signal) : request('PUT', `/api/devices/${device.id}`, data, signal),
    onDone: ({ name }) => {
      announce(isNew ? `“${name}” is enrolled. Each person sets a PIN in their own menu.` : `Renamed to “${name}”.`);
      onDone();
      onClose();
    },
  });
  return (
    <FormSheet
      title={isNew ? 'Enrol this device' : `Rename “${device.name}”`}
      form={form}
      onClose={onClose}
      save={isNew ? 'Enrol it' : 'Store'}
    >
      <TextField label="Name of the tablet" {...form.field('name')} autoComplete="off" hint="Such as “Tablet 3” or “Chair 3”" />
    </FormSheet>
  );
}

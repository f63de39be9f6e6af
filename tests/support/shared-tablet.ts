import type { DeviceRecord } from '../../shared/wire/device.ts';
import { ApiClient } from './api-client.ts';
import { PASSWORD, type TestServer } from './builders.ts';
import { STAFF, type Username } from './small-clinic.ts';

/** PINs of the small clinic's people. */
export const PINS = { nurse: '274915', nurse2: '830264', physician: '519038' } satisfies Partial<Record<Username, string>>;
export type PinHolder = keyof typeof PINS;

/** A tablet of the clinic: one browser that people pass on. */
export interface SharedTablet {
  /** The browser: its cookies change hands with the tablet. */
  readonly client: ApiClient;
  readonly device: DeviceRecord;
  /** The password, on this tablet; sets the PIN. */
  signIn(who: PinHolder): Promise<void>;
  unlock(who: PinHolder, pin?: string): ReturnType<ApiClient['signIn']>;
  lock(): Promise<void>;
}

/** Enrols a tablet by an administrator, who signs out again. */
export async function enrolTablet(server: TestServer, name = 'Tablet 1'): Promise<SharedTablet> {
  const client = new ApiClient(server.url);
  client.cookie = (await server.as('admin')).cookie;
  const { body: device } = await client.post<DeviceRecord>('/api/devices', { name });
  await client.post('/api/sign-out');
  return {
    client,
    device,
    async signIn(who) {
      must(200, await client.signIn(who, PASSWORD));
      must(204, await client.post('/api/me/pin', { password: PASSWORD, pin: PINS[who] }));
    },
    unlock: (who, pin = PINS[who]) => client.post('/api/unlock', { staffId: STAFF[who].id, pin }),
    async lock() {
      must(204, await client.post('/api/lock'));
    },
  };
}

function must(status: number, answer: { readonly status: number; readonly text: string }): void {
  if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text}`);
}

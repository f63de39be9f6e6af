import type { Device, Store } from '../db/store.ts';
import type { Right } from '../shared/access/rights.ts';
import type { Id } from '../shared/units.ts';
import { Accounts } from './access/accounts.ts';
import { Confirmations } from './access/confirmations.ts';
import { Devices } from './access/devices.ts';
import { Pins } from './access/pins.ts';
import type { Principal } from './access/principal.ts';
import { SignIns } from './access/sign-ins.ts';
import { ClinicModel } from './clinic/model.ts';
import type { Clock } from './clock.ts';
import { CommandGate } from './commands/gate.ts';
import type { Config } from './config.ts';

/** What routes and plugins work with: `app.services`. */
export interface Services {
  readonly store: Store;
  readonly model: ClinicModel;
  readonly gate: CommandGate;
  readonly clock: Clock;
  readonly config: Config;
  readonly accounts: Accounts;
  readonly signIns: SignIns;
  readonly devices: Devices;
  readonly pins: Pins;
  readonly confirmations: Confirmations;
}

/**
 * Puts the parts together over an open store and reads what commands are decided on. `now` is the clock of sign-ins in milliseconds: the machine's, since a demo
 * day that runs faster must not sign anybody out faster; a test passes its own.
 */
export async function createServices(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly config: Config;
  readonly now?: () => number;
  readonly onError?: (error: unknown) => void;
}): Promise<Services> {
  const { store, clock, config, now = Date.now, onError = () => undefined } = parts;
  const { secrets } = store;
  const model = await ClinicModel.open(store, { now: clock.now(), timeZone: config.timeZone });
  const accounts = new Accounts({ secrets, clinic: () => model.clinic, now });
  const staff = (id: Id) => model.clinic.staff.get(id);
  const devices = new Devices({ secrets, now, onError });
  const pins = new Pins({ secrets, staff, now });
  const confirmations = new Confirmations(now);
  const signIns = new SignIns({ secrets, devices, staff, now, onError });
  const gate = new CommandGate({ store, model, clock, verifyPassword: (id, password) => accounts.verify(id, password) });
  return { store, model, gate, clock, config, accounts, signIns, devices, pins, confirmations };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly services: Services;
  }
  interface FastifyRequest {
    /** Who asks; undefined on routes that everyone may use. */
    principal: Principal | undefined;
    /** The enrolled tablet that it comes from. */
    device: Device | undefined;
  }
  interface FastifyContextConfig {
    /** Row of the table of rights (shared/access/rights.ts). A route without one does not start. */
    readonly right?: Right;
  }
}

import type { Device, DevicePerson, Secrets } from '../../db/store.ts';
import { PIN_TRIES } from '../../shared/access/pin.ts';
import type { Staff } from '../../shared/clinic/records.ts';
import { HOUR_MS, type Id, type Instant, toInstant, toMs } from '../../shared/units.ts';
import type { DevicePersonAnswer } from '../../shared/wire/device.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { Turn } from './turn.ts';

/** A PIN opens a tablet for so long after the person signed in on it with the password. */
const PIN_WINDOW_MS = 12 * HOUR_MS;
/** Tries that wait for their turn; each takes some tens of milliseconds. */
const MAX_WAITING = 50;

export type PinResult =
  | { readonly kind: 'right'; readonly staff: Staff; readonly until: Instant }
  /** Also for somebody unknown here, or without a PIN: nobody can tell which. `spent`: that was the last try. */
  | { readonly kind: 'refused'; readonly spent: boolean }
  | { readonly kind: 'too-many' };

/**
 * Six digits open a tablet only for somebody who signed in on it with the password within 12 h, and only for five wrong tries.
 * The hash is argon2id like that of a password. `now` in milliseconds.
 */
export class Pins {
  readonly #secrets: Secrets;
  readonly #staff: (id: Id) => Staff | undefined;
  readonly #now: () => number;
  readonly #turn = new Turn();

  constructor(parts: {
    readonly secrets: Secrets;
    readonly staff: (id: Id) => Staff | undefined;
    readonly now: () => number;
  }) {
    this.#secrets = parts.secrets;
    this.#staff = parts.staff;
    this.#now = parts.now;
  }

  async set(staffId: Id, pin: string): Promise<void> {
    await this.#secrets.putPin(staffId, await hashPassword(pin));
  }

  /** Somebody signed in on a tablet with the password (at `at`, now unless said): the PIN opens it again from here on. */
  async signedIn(device: Device, staffId: Id, at: Instant = toInstant(this.#now())): Promise<void> {
    await this.#secrets.putPerson({ deviceId: device.id, staffId, signedInAt: at, wrongTries: 0 });
  }

  /** Takes a person off a tablet's list: the next time the password is asked for. */
  async forget(device: Device, staffId: Id): Promise<void> {
    await this.#secrets.deletePerson(staffId, device.id);
  }

  /** Who may unlock a tablet now, by initials. */
  async peopleOf(device: Device): Promise<DevicePersonAnswer[]> {
    const people: DevicePersonAnswer[] = [];
    for (const person of await this.#secrets.peopleOf(device.id)) {
      const staff = this.#mayTry(person);
      if (staff === undefined || (await this.#secrets.pinHashOf(staff.id)) === undefined) continue;
      const { id: staffId, initials, name, role } = staff;
      people.push({ staffId, initials, name, role, triesLeft: PIN_TRIES - person.wrongTries });
    }
    return people.sort((a, b) => a.initials.localeCompare(b.initials, 'en') || a.name.localeCompare(b.name, 'en'));
  }

  /** Whether this is the person's PIN, on this tablet. The answer and its time are the same for whoever is not known here. */
  async check(device: Device, staffId: Id, pin: string): Promise<PinResult> {
    if (this.#turn.waiting >= MAX_WAITING) return { kind: 'too-many' };
    return this.#turn.run(async () => {
      const person = (await this.#secrets.peopleOf(device.id)).find((one) => one.staffId === staffId);
      const staff = person === undefined ? undefined : this.#mayTry(person);
      const pinHash = staff === undefined ? undefined : await this.#secrets.pinHashOf(staff.id);
      const right = await verifyPassword(pin, pinHash);
      if (person === undefined || staff === undefined || pinHash === undefined) return { kind: 'refused', spent: false };
      const wrongTries = right ? 0 : person.wrongTries + 1;
      if (wrongTries !== person.wrongTries) await this.#secrets.putPerson({ ...person, wrongTries });
      if (right) return { kind: 'right', staff, until: toInstant(toMs(person.signedInAt) + PIN_WINDOW_MS) };
      return { kind: 'refused', spent: wrongTries >= PIN_TRIES };
    });
  }

  #mayTry({ staffId, signedInAt, wrongTries }: DevicePerson): Staff | undefined {
    const staff = this.#staff(staffId);
    const since = this.#now() - toMs(signedInAt);
    return staff?.active === true && since < PIN_WINDOW_MS && wrongTries < PIN_TRIES ? staff : undefined;
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '../../../shared/units.ts';
import { type Answer, Colleague, NoAnswer } from './colleague.ts';

/** Where the day is played, and who hears of trouble. */
export interface DayOptions {
  readonly baseUrl: string;
  /** Of everybody in the demo clinic. */
  readonly password: string;
  readonly seed: number;
  /** Ends the play. */
  readonly signal: AbortSignal;
  /** Hears of refusals by their code and of silence, with the type of what was said; never of a patient. */
  readonly onTrouble?: (code: string, type: string) => void;
}

/** After no answer the next try waits so long (real ms). */
export const TRY_AGAIN_MS = 400;

/** Speaks for all colleagues, each with a sign-in of their own. */
export class Voice {
  readonly #options: DayOptions;
  readonly #colleagues = new Map<string, Colleague>();

  constructor(options: DayOptions) {
    this.#options = options;
  }

  /** Asks a question; throws `NoAnswer`. */
  async ask(username: string, path: string): Promise<Answer> {
    return this.#colleague(username).get(path);
  }

  /** Sends a command until it is answered: its id makes sure that it counts once. Whether it was accepted. */
  async say(
    username: string,
    path: string,
    command: { readonly id: Id },
    type: string,
  ): Promise<Answer & { readonly accepted: boolean }> {
    for (;;) {
      try {
        const answer = await this.#colleague(username).post(path, command);
        const accepted = answer.status === 200 || answer.status === 201;
        if (!accepted) this.#options.onTrouble?.(codeOf(answer), type);
        return { ...answer, accepted };
      } catch (error) {
        if (!(error instanceof NoAnswer) || this.#options.signal.aborted) throw error;
        this.#options.onTrouble?.('no-answer', type);
        await sleep(TRY_AGAIN_MS, undefined, { signal: this.#options.signal });
      }
    }
  }

  /** A change of the reference data. */
  async change(username: string, type: string, at: string, data: unknown): Promise<void> {
    await this.say(username, '/api/clinic/commands', { id: newCommandId(), ...{ type, at, data } }, type);
  }

  #colleague(username: string): Colleague {
    const known = this.#colleagues.get(username) ?? new Colleague(this.#options, username);
    this.#colleagues.set(username, known);
    return known;
  }
}

/** Not from the seed: a day that is taken up again must never say something new under an id that was used before. */
export function newCommandId(): Id {
  return randomUUID();
}

function codeOf({ status, body }: Answer): string {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  return typeof code === 'string' ? code : String(status);
}

import { createStore } from 'zustand/vanilla';

/** A command that wants the PIN once more, while it is asked for. */
export interface Asked {
  /** Type of the command, such as `give-dose`; undefined when it is none. */
  readonly what: string | undefined;
  /** With the confirmation, or with nothing when the person thought better of it. */
  readonly answer: (confirmation: string | undefined) => void;
}

/** One after another: the first one is asked. */
export const askedStore = createStore<{ readonly waiting: readonly Asked[] }>(() => ({ waiting: [] }));

/** Asks the person at the screen for the PIN; resolves with what goes into the header `chairside-confirm`. */
export function askForPin(body: unknown): Promise<string | undefined> {
  const what =
    typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' ? body.type : undefined;
  return new Promise((resolve) => {
    const asked: Asked = {
      what,
      answer: (confirmation) => {
        askedStore.setState(({ waiting }) => ({ waiting: waiting.filter((one) => one !== asked) }));
        resolve(confirmation);
      },
    };
    askedStore.setState(({ waiting }) => ({ waiting: [...waiting, asked] }));
  });
}

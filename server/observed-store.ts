import { type Store, StoreUnavailable } from '../db/store.ts';

export interface StoreObserver {
  /** A write was answered: stored, repeated or refused by the rules. */
  onAnswered(seconds: number): void;
  /** The disk or the database refused, or broke off so that nobody knows. */
  onUnavailable(): void;
}

/** The same store; its writes are told to an observer. */
export function observedStore(store: Store, { onAnswered, onUnavailable }: StoreObserver): Store {
  const submit: Store['submit'] = async (write) => {
    const began = performance.now();
    try {
      const outcome = await store.submit(write);
      if (outcome.kind === 'unknown') onUnavailable();
      else onAnswered((performance.now() - began) / 1_000);
      return outcome;
    } catch (error) {
      if (error instanceof StoreUnavailable) onUnavailable();
      throw error;
    }
  };
  return Object.create(store, { submit: { value: submit } }) satisfies Store;
}

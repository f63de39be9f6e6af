import { createStore } from 'zustand/vanilla';

/** How many parts of the screens hold values that were typed and not saved. */
export const typedStore = createStore<{ readonly parts: number }>(() => ({ parts: 0 }));

/** A part of a screen holds typed values from now on; ends with the returned disposer, once. */
export function holdTyped(): () => void {
  let held = true;
  typedStore.setState(({ parts }) => ({ parts: parts + 1 }));
  return () => {
    if (held) typedStore.setState(({ parts }) => ({ parts: parts - 1 }));
    held = false;
  };
}

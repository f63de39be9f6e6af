import { createHook } from 'node:async_hooks';

/** Asks, and counts the argon2 hashes that this process worked out meanwhile: all that takes time in letting somebody in. */
export async function hashesDuring<T>(ask: () => Promise<T>): Promise<{ readonly answer: T; readonly hashes: number }> {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'ARGON2REQUEST') hashes += 1;
    },
  }).enable();
  try {
    const answer = await ask();
    return { answer, hashes };
  } finally {
    hook.disable();
  }
}

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** How long to wait before a file is asked for again. */
const AGAIN_MS = 1_000;

/**
 * A part of a screen that is loaded when it is first shown. With the network cut it is asked for again until it comes: the rest of the
 * screen, and what it has to say meanwhile, stays.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await untilLoaded(load) }));
}

async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return untilLoaded(load);
  }
}

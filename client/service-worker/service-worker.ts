/*
 * Opens the screens without the server. Files with a hash in their name come from the cache; the page itself from the server
 * first, from the cache without one. Answers of the API are never kept and never answered from here: what the screens knew is
 * kept sealed by the outbox. A new version is fetched whole beside the old one and takes its place when no screen uses the
 * old one any more; entries that wait are no business of this file and outlive it.
 */

/** Replaced when it is built: another build, another cache. */
const CACHE = 'chairside-__VERSION__';
const PAGE = '/';
/** A server that does not answer so long is taken as away, for the page alone. */
const PATIENCE_MS = 4_000;

/** The part of a service worker's world that is used here; the DOM's own types know none of it. */
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()));

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (/^\/(api|socket\.io|healthz|readyz|metrics)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});

async function fetchAll(): Promise<void> {
  const list: string[] = await (await fetch('/precache.json', { cache: 'no-store' })).json();
  await (await caches.open(CACHE)).addAll(
    list.map((path) => new Request(path, path.startsWith('/assets/') ? {} : { cache: 'reload' })),
  );
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('chairside-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A hash in the name: it never changes. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/** Every screen is the same page. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    // By its address: a request that navigates cannot be given a signal.
    const answer = await fetch(request.url, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) await cache.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

export {};

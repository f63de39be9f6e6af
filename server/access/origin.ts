import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a change or a socket may come from where it says it comes: from our own pages, or from something that is no
 * browser and so names no origin. A browser always sends `Origin` or `Sec-Fetch-Site` with what could change anything.
 */
export function originAllowed(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  try {
    const from = new URL(origin);
    return host !== undefined && from.host === new URL(`${from.protocol}//${host}`).host;
  } catch {
    return false;
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';

/** What tokens of ours look like. */
const TOKEN = /^[\w-]{20,200}$/;

/** `__Host-`: the browser takes it only over TLS, for this host and the whole site. */
export const SECURE_COOKIE = '__Host-chairside';
/** On plain http to the same machine browsers refuse the prefix. */
export const LOOPBACK_COOKIE = 'chairside';
/** The same for an enrolled tablet's own cookie. */
export const SECURE_DEVICE_COOKIE = '__Host-chairside-device';
export const LOOPBACK_DEVICE_COOKIE = 'chairside-device';

/** The opaque token that a request presents, from its `Authorization: Bearer` header or its cookie. */
export function presentedToken(
  headers: IncomingHttpHeaders,
): { readonly kind: 'bearer' | 'cookie'; readonly token: string } | undefined {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { kind: 'bearer', token: bearer };
  if (headers.authorization !== undefined) return undefined;
  const token = cookieOf(headers, SECURE_COOKIE, LOOPBACK_COOKIE);
  return token === undefined ? undefined : { kind: 'cookie', token };
}

/** The token of the enrolled tablet that a request comes from. A request with a token of its own comes from none. */
export function presentedDevice(headers: IncomingHttpHeaders): string | undefined {
  return headers.authorization === undefined ? cookieOf(headers, SECURE_DEVICE_COOKIE, LOOPBACK_DEVICE_COOKIE) : undefined;
}

/** Whether an address asks as the tablet itself (`?as=tablet`), as its lock screen does, and not as who is signed in on it. */
export function asksAsTablet(url: string | undefined): boolean {
  // Most addresses have no query, and this is asked with each request.
  const query = url?.split('?', 2)[1];
  return query !== undefined && new URLSearchParams(query).get('as') === 'tablet';
}

/** Whether a `Host` header names this machine itself. */
export function isLoopback(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

function cookieOf(headers: IncomingHttpHeaders, secure: string, loopback: string): string | undefined {
  if (headers.cookie === undefined) return undefined;
  const cookies = parseCookie(headers.cookie);
  const value = cookies[secure] ?? (isLoopback(headers.host) ? cookies[loopback] : undefined);
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}

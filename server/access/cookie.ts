import type { IncomingHttpHeaders } from 'node:http';

/** `__Host-`: the browser takes it only over TLS, for this host and the whole site. */
export const SECURE_COOKIE = '__Host-chairside';
/** On plain http to the same machine browsers refuse the prefix. */
export const LOOPBACK_COOKIE = 'chairside';

/** The opaque token that a request presents, from its `Authorization: Bearer` header or its cookie. */
export function presentedToken(
  headers: IncomingHttpHeaders,
): { readonly kind: 'bearer' | 'cookie'; readonly token: string } | undefined {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { kind: 'bearer', token: bearer };
  if (headers.authorization !== undefined) return undefined;
  const token =
    cookieNamed(headers, SECURE_COOKIE) ?? (isLoopback(headers.host) ? cookieNamed(headers, LOOPBACK_COOKIE) : undefined);
  return token === undefined ? undefined : { kind: 'cookie', token };
}

/** Whether a `Host` header names this machine itself. */
export function isLoopback(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

function cookieNamed(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && /^[\w-]{20,200}$/.test(value)) return value;
  }
  return undefined;
}

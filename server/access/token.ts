import { hash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new opaque token of 256 random bits. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token: SHA-256, hex. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}

import { webcrypto } from 'node:crypto';
import type { CarriedEntry } from '../../shared/wire/carried.ts';

/**
 * What a tablet sealed with a person's key (base64, 256 bit), bound to that person's id. `undefined` with another key, for
 * another person, or when a byte was changed: then nobody can say whose it is.
 */
export async function openSealed(keyBase64: string, { authorId, iv, sealed }: CarriedEntry): Promise<unknown> {
  try {
    const key = await webcrypto.subtle.importKey('raw', Buffer.from(keyBase64, 'base64'), 'AES-GCM', false, ['decrypt']);
    const bound = { name: 'AES-GCM', iv: Buffer.from(iv, 'base64'), additionalData: Buffer.from(authorId, 'utf8') };
    const plain = await webcrypto.subtle.decrypt(bound, key, Buffer.from(sealed, 'base64'));
    return JSON.parse(Buffer.from(plain).toString('utf8'));
  } catch {
    return undefined;
  }
}

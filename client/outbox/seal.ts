/** A value under AES-GCM, with the number that is used once. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;

/** The server's key (base64, 256 bit) as one that seals and opens, and that no script can read again. */
export async function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['encrypt', 'decrypt']);
}

/** Seals anything that JSON can say. `bound` must be the same when it is opened: a sealed value cannot be put elsewhere. */
export async function seal(key: CryptoKey, value: unknown, bound: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv, additionalData: textBytes(bound) }, key, plain) };
}

/** Opens what `seal` sealed; rejects with another key, another `bound`, or a changed byte. */
export async function unseal<T>(key: CryptoKey, { iv, bytes }: Sealed, bound: string): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv, additionalData: textBytes(bound) }, key, bytes);
  return JSON.parse(new TextDecoder().decode(plain));
}

const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

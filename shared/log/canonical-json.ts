/**
 * JSON with the keys of every object sorted and nothing optional in the spelling: the same value always gives the same text,
 * so that it can be hashed. Members that are `undefined` are left out, as JSON does.
 * Throws on what JSON would quietly turn into null (NaN, infinities, functions): a hash must not cover a guess.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Not a finite number');
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`No JSON for ${typeof value}`);
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

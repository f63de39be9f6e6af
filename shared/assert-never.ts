/** Ends a `switch` over a union: compiles only while every member is handled. Throws if the data lied; names its type, never its content. */
export function assertNever(value: never): never {
  const lied: unknown = value;
  const type = typeof lied === 'object' && lied !== null && 'type' in lied ? lied.type : lied;
  throw new Error(`Unhandled case: ${typeof type === 'string' ? type : typeof type}`);
}

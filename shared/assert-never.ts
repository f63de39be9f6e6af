/** Ends a `switch` over a union: compiles only while every member is handled. Throws if the data lied. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

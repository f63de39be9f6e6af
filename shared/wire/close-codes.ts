/** WebSocket close codes of the live feed, and of the dashboard's door as `closing {code}` before it disconnects. */
export const CLOSE = {
  /** The server stops: come back soon (RFC 6455). */
  goingAway: 1001,
  badMessage: 4400,
  signIn: 4401,
  notAllowed: 4403,
  tooSlow: 4408,
  otherEpoch: 4409,
  tooOld: 4426,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

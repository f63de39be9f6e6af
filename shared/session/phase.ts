/** Where a visit stands. `ready` is not stored: it is `checked-in` with nothing missing (see `readiness.ts`). */
export type Phase =
  | 'scheduled'
  | 'checked-in'
  | 'infusing'
  | 'paused'
  | 'infused'
  | 'recovering'
  | 'discharged'
  | 'aborted'
  | 'cancelled';

/** Minutes after a medicine for blood pressure at which it is measured again, where a protocol does not say. To be confirmed by a clinician. */
export const RECHECK_MIN: readonly number[] = [5, 15];

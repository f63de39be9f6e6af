/** How often the server beats, and how old the last beat may be before a screen says so. Apart from the schemas: no library is needed to know them. */
export const BEAT_EVERY_MS = 5_000;
export const AMBER_AFTER_MS = 10_000;
export const RED_AFTER_MS = 20_000;

import { MINUTE_MS } from '../../shared/units.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** `0:42`, `6:38`, `1:04:09`: counts up or down. Negative is 0. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** `42 s ago`, `3 min ago`, `2 h 05 ago`: how old a reading is. Never from the future. */
export function ageText(ms: number): string {
  if (ms < 1_000) return 'now';
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1_000)} s ago`;
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} min ago`;
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} ago`;
}

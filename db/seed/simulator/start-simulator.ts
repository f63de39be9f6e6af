import { Day } from './play-day.ts';
import type { DayOptions } from './voice.ts';

/**
 * Plays the demo day through the API of the server at `baseUrl`, as fast as its clock runs, until `signal` ends it.
 * Rejects only on a fault of its own; refusals and silence go to `onTrouble`.
 */
export async function startSimulator(options: DayOptions): Promise<void> {
  await new Day(options).play();
}

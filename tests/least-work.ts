/**
 * Asks twice and tells the lesser of the two amounts of processor time (ms) that this process spent: what an answer costs,
 * whatever else the machine is doing. The answer is that of the last time.
 */
export async function leastWork<T>(ask: () => Promise<T>): Promise<{ readonly answer: T; readonly cpuMs: number }> {
  const first = await workOf(ask);
  const second = await workOf(ask);
  return { answer: second.answer, cpuMs: Math.min(first.cpuMs, second.cpuMs) };
}

/** Asks once and tells the processor time (ms) that this process spent on it. */
export async function workOf<T>(ask: () => Promise<T>): Promise<{ readonly answer: T; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  const answer = await ask();
  const { user, system } = process.cpuUsage(before);
  return { answer, cpuMs: (user + system) / 1000 };
}

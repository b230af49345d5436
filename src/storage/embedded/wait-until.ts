import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every 20 ms until the answer is yes (true) or the time is over (false). */
export async function waitUntil(
  isDone: () => boolean | Promise<boolean>,
  timeoutMilliseconds: number,
): Promise<boolean> {
  const end = performance.now() + timeoutMilliseconds;
  while (!(await isDone())) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

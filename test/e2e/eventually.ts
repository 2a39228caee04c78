import { setTimeout as wait } from 'node:timers/promises';

/** Repeats a check until it passes; what it threw last is thrown when the time is over. */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(50);
    }
  }
}

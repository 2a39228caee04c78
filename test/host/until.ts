import type { Event } from 'vscode';

/** Resolves with the first answer that is there: now, or after one of the events. The test's own time limit ends the wait. */
export function until<T>(event: Event<unknown>, ask: () => T | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      try {
        const answer = ask();
        if (answer === null || answer === undefined) return false;
        resolve(answer);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      return true;
    };
    if (look()) return;
    const listener = event(() => {
      if (look()) listener.dispose();
    });
  });
}

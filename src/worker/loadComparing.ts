import type { comparing } from './comparing';

/** Loads what compares two runs, which is a bundle beside the one that asks. */
export async function loadComparing(): Promise<typeof comparing> {
  return (await import('./comparing')).comparing;
}

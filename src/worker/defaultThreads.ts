import { availableParallelism } from 'node:os';

/** Half the cores, so that the rest of the machine does not feel it; at least one. */
export function defaultThreads(): number {
  return Math.max(1, Math.floor(availableParallelism() / 2));
}

import type { Interval } from './reportShape';

/** An interval with an unknown end is unknown. */
export function intervalOrNull(ci: Interval): Interval | null {
  return Number.isFinite(ci[0]) && Number.isFinite(ci[1]) ? ci : null;
}

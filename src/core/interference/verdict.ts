import type { Interval, Verdict } from '../reportShape';

/**
 * What a 95% interval of <∇J_k, ∇J1> says: "conflict" if all of it is below 0, "no conflict" if all of it is above, else
 * "inconclusive"; an unknown interval is inconclusive.
 */
export function verdict(ci: Interval): Verdict {
  if (ci[1] < 0) return 'conflict';
  return ci[0] > 0 ? 'no conflict' : 'inconclusive';
}

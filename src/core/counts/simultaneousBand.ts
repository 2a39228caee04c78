import type { Interval } from '../reportShape';

/**
 * The band of a pass@k curve that holds at all k at once, estimate ± factor · se, made as narrow as monotony allows: more draws
 * never solve less, so wherever the whole band holds, pass@k is nowhere below what the band says of fewer draws, and nowhere
 * above what it says of more.
 *
 *     low_k = max_{j <= k} (m_j - f se_j),   high_k = min_{j >= k} (m_j + f se_j),   within [0, 1]
 *
 * @param points by ascending k, all over the same prompts; a point without an error has no band and says nothing of the others
 * @param factor of simultaneousPassAtK
 */
export function simultaneousBand(points: readonly { readonly estimate: number | null; readonly se: number | null }[], factor: number): (Interval | null)[] {
  const low = new Float64Array(points.length);
  const high = new Float64Array(points.length);
  let least = 0;
  for (const [at, { estimate, se }] of points.entries()) {
    if (estimate !== null && se !== null) least = Math.max(least, estimate - factor * se);
    low[at] = least;
  }
  let most = 1;
  for (let at = points.length - 1; at >= 0; at--) {
    const { estimate, se } = points[at];
    if (estimate !== null && se !== null) most = Math.min(most, estimate + factor * se);
    high[at] = most;
  }
  return points.map(({ estimate, se }, at) => (estimate === null || se === null ? null : [low[at], high[at]]));
}

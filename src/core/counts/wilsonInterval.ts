import type { Interval } from '../reportShape';
import { checkCounts } from './checkCounts';
import { normalQuantile975 } from './normalQuantile975';

/**
 * 95% confidence interval of a pass rate (Wilson's score interval):
 *
 *     (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Source: Brown, Cai, DasGupta 2001, recommended for small n.
 * @returns [0, 1], which says nothing, when n = 0
 * @throws RangeError if n and c are no counts
 */
export function wilsonInterval(n: number, c: number): Interval {
  checkCounts('wilsonInterval', n, c, 1);
  if (n === 0) return [0, 1];
  const z = normalQuantile975;
  const p = c / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At the ends rounding would leave a bound a hair inside the rate itself.
  return [c === 0 ? 0 : middle - half, c === n ? 1 : middle + half];
}

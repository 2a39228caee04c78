import type { Interval } from '../reportShape';
import { checkCounts } from './checkCounts';
import { incompleteBeta } from './incompleteBeta';

/**
 * 95% equal-tailed interval of a pass rate under Jeffreys' prior Beta(1/2, 1/2): the 2.5% and 97.5% quantiles of
 * Beta(c + 1/2, n - c + 1/2), with the lower end 0 at c = 0 and the upper end 1 at c = n.
 *
 * Source: Brown, Cai, DasGupta 2001; MATH.md 3.
 * @returns [0, 1], which says nothing, when n = 0
 * @throws RangeError if n and c are no counts
 */
export function jeffreysInterval(n: number, c: number): Interval {
  checkCounts('jeffreysInterval', n, c, 1);
  const low = c === 0 ? 0 : betaQuantile(c + 0.5, n - c + 0.5, 0.025);
  // The upper quantile is the mirrored lower one, which keeps its digits near 1.
  const high = c === n ? 1 : 1 - betaQuantile(n - c + 0.5, c + 0.5, 0.025);
  return [low, high];
}

/** By bisection, down to neighbouring doubles. */
function betaQuantile(a: number, b: number, share: number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (incompleteBeta(a, b, middle) < share) low = middle;
    else high = middle;
  }
}

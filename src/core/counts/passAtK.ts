import { checkCounts } from './checkCounts';
import { logQ } from './logQ';

/**
 * Unbiased estimate of pass@k, the probability that at least one of k attempts is correct:
 *
 *     1 - C(n-c, k) / C(n, k)
 *
 * Source: Chen et al. 2021, arXiv:2107.03374; MATH.md 2.
 * @param n samples; @param c correct ones; @param k attempts
 * @returns a number in [0, 1]; NaN when k > n: no unbiased estimate exists
 * @throws RangeError if n and c are no counts, or k is not a whole number >= 1
 */
export function passAtK(n: number, c: number, k: number): number {
  checkCounts('passAtK', n, c, k);
  if (k > n) return NaN;
  if (k === 1) return c / n; // to the last digit
  // expm1 of minus nothing is minus nothing.
  return c === 0 ? 0 : -Math.expm1(logQ(n, c, k));
}

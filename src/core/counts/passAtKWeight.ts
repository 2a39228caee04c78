import { checkCounts } from './checkCounts';
import { logQ } from './logQ';

/**
 * Unbiased estimate of the weight a pass@k update gives a prompt, w_k(p) = k (1-p)^(k-1):
 *
 *     k C(n-c, k-1) / C(n, k-1)
 *
 * Source: arXiv:2602.21189, eq. 3; the estimator: MATH.md 2.
 * @param n samples; @param c correct ones; @param k draws
 * @returns a number in [0, k]; NaN when k > n + 1
 * @throws RangeError if n and c are no counts, or k is not a whole number >= 1
 */
export function passAtKWeight(n: number, c: number, k: number): number {
  checkCounts('passAtKWeight', n, c, k);
  if (k === 2 && n > 0) return (2 * (n - c)) / n; // to the last digit
  return k > n + 1 ? NaN : k * Math.exp(logQ(n, c, k - 1));
}

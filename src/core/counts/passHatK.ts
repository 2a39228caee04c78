import { checkCounts } from './checkCounts';
import { logQ } from './logQ';

/**
 * Unbiased estimate of pass^k, the probability that all of k attempts are correct (reliability):
 *
 *     C(c, k) / C(n, k),   E = p^k
 *
 * Source: tau-bench, arXiv:2406.12045; MATH.md 2. Windows sliding over the samples were left out: biased or noisy.
 * @param n samples; @param c correct ones; @param k attempts
 * @returns a number in [0, 1]; NaN when k > n
 * @throws RangeError if n and c are no counts, or k is not a whole number >= 1
 */
export function passHatK(n: number, c: number, k: number): number {
  checkCounts('passHatK', n, c, k);
  // All correct is what "all wrong" is with the verdicts exchanged.
  return k > n ? NaN : Math.exp(logQ(n, n - c, k));
}

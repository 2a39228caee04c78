import { checkCounts } from './checkCounts';
import { hypergeometric } from './hypergeometric';

/** τ k that is a whole number must not be pushed above it by rounding: 0.28 · 25 is a little more than 7. */
const edge = 1e-9;

/**
 * G-Pass@k_τ: the probability that at least a share τ of k attempts is correct, without bias:
 *
 *     Σ_{j = ⌈τk⌉}^{c} C(c, j) C(n-c, k-j) / C(n, k)
 *
 * τ -> 0 (at least one) is pass@k, τ = 1 is pass^k. Source: arXiv:2412.13147.
 * @param n samples; @param c correct ones; @param k attempts; @param share τ, above 0 and at most 1
 * @returns a number in [0, 1]; NaN when k > n
 * @throws RangeError if n and c are no counts, k is not a whole number >= 1, or the share is not in (0, 1]
 */
export function gPassAtK(n: number, c: number, k: number, share: number): number {
  checkCounts('gPassAtK', n, c, k);
  if (!(share > 0 && share <= 1)) throw new RangeError(`gPassAtK requires a share above zero and at most one, got ${share}`);
  if (k > n) return NaN;
  const least = Math.ceil(share * k - edge);
  const { first, chance } = hypergeometric(n, c, k);
  let sum = 0;
  for (let i = Math.max(0, least - first); i < chance.length; i++) sum += chance[i];
  return Math.min(1, sum);
}

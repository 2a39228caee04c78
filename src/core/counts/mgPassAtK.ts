import { checkCounts } from './checkCounts';
import { hypergeometric } from './hypergeometric';

/**
 * mG-Pass@k: G-Pass@k averaged over the shares above one half, that is stability and potential in one number:
 *
 *     (2/k) Σ_{i = ⌈k/2⌉+1}^{k} G-Pass@k_{i/k}
 *
 * Source: arXiv:2412.13147.
 * @returns a number in [0, 1]; NaN when k > n
 * @throws RangeError if n and c are no counts, or k is not a whole number >= 1
 */
export function mgPassAtK(n: number, c: number, k: number): number {
  checkCounts('mgPassAtK', n, c, k);
  if (k > n) return NaN;
  const { first, chance } = hypergeometric(n, c, k);
  const half = Math.ceil(k / 2);
  // j correct ones reach the shares i/k for i = half + 1 to j.
  let sum = 0;
  for (let i = 0; i < chance.length; i++) sum += chance[i] * Math.max(0, first + i - half);
  return (2 / k) * sum;
}

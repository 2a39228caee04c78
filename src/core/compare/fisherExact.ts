import { checkCounts } from '../counts/checkCounts';
import { hypergeometric } from '../counts/hypergeometric';

/** Chances this near to each other count as equal: they are the same number, rounded differently. */
const tie = 1 + 1e-7;

/**
 * Fisher's exact test of whether a prompt's pass rate is the same in two independent sets of samples: given how many are
 * correct in all, the two-sided p-value is the chance of a split no more likely than the one seen.
 *
 * Source: MATH.md 3.
 * @param n0 samples before, @param c0 correct ones; @param n1, @param c1 after
 * @returns a p-value; 1 when either has no samples, or all samples share one verdict
 * @throws RangeError if they are no counts
 */
export function fisherExact(n0: number, c0: number, n1: number, c1: number): number {
  checkCounts('fisherExact', n0, c0, 1);
  checkCounts('fisherExact', n1, c1, 1);
  const { first, chance } = hypergeometric(n0 + n1, c0 + c1, n0);
  const seen = chance[c0 - first];
  let sum = 0;
  for (const value of chance) if (value <= seen * tie) sum += value;
  return Math.min(1, sum);
}

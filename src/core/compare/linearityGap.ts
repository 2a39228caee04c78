import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import { passAtKWeight } from '../counts/passAtKWeight';
import { checkPaired, type PairedCounts } from './pairedCounts';

/**
 * How much of the observed movement of pass@k the first order does not explain: the mean over prompts of
 *
 *     (pass@k after - pass@k before) - w_k(p0) (p1 - p0),   both unbiased
 *
 * taken prompt by prompt, since the two share their samples and their errors. Beyond two standard errors from 0 the step
 * was too large for a first-order reading. Always 0 at k = 1. Source: MATH.md 5.
 * @param times how many prompts each pair of counts stands for; 1 without it
 * @returns over the prompts with at least k samples in both
 * @throws RangeError if the columns differ in length or hold no counts, or k is not a whole number >= 1
 */
export function linearityGap({ before, after }: PairedCounts, k: number, times?: ArrayLike<number>): PromptMean {
  checkDraws('linearityGap', k);
  checkPaired('linearityGap', { before, after });
  return meanOverPrompts(
    Float64Array.from(before.n, (n, x) => {
      const c = before.c[x];
      const passed = passAtK(n, c, k);
      const weight = passAtKWeight(n, c, k);
      const observed = passAtK(after.n[x], after.c[x], k) - passed;
      // At k = 1 both are the same number, and rounding must not make a gap of it.
      return k === 1 ? 0 * observed : observed - (weight * passAtK(after.n[x], after.c[x], 1) - (weight - k * (1 - passed)));
    }),
    times,
  );
}

import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import { checkPaired, type PairedCounts } from './pairedCounts';

/**
 * Observed movement of pass@k between two checkpoints of the same prompts: the mean over prompts of
 *
 *     d_x = pass@k after - pass@k before, each unbiased
 *
 * with the paired standard error sd(d)/√N. A movement of counts, not a gradient measurement: it names no cause.
 *
 * Source: MATH.md 3 and 5.
 * @param times how many prompts each pair of counts stands for; 1 without it
 * @returns over the prompts with at least k samples in both
 * @throws RangeError if the columns differ in length or hold no counts, or k is not a whole number >= 1
 */
export function pairedDifference({ before, after }: PairedCounts, k: number, times?: ArrayLike<number>): PromptMean {
  checkDraws('pairedDifference', k);
  checkPaired('pairedDifference', { before, after });
  return meanOverPrompts(
    Float64Array.from(before.n, (n, x) => passAtK(after.n[x], after.c[x], k) - passAtK(n, before.c[x], k)),
    times,
  );
}

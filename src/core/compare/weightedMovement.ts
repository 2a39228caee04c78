import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import { passAtKWeight } from '../counts/passAtKWeight';
import { checkPaired, type PairedCounts } from './pairedCounts';

/**
 * First-order movement of pass@k between two checkpoints, D_k = mean of w_k(p0) (p1 - p0), without bias from two
 * independent sets of samples:
 *
 *     k q_{k-1}(n0, c0) · c1/n1 - k (q_{k-1} - q_k)(n0, c0)
 *
 * After a small step on pass@1 this is η <∇J_k, ∇J1>, for every k at once. Compare with the observed movement of pass@k:
 * where they differ by more than two errors the step was too large for a first-order reading. The naive mean of
 * w(p̂0)(p̂1 - p̂0) is unusable: regression to the mean gave 0.060 for a truth of 0.002 at n = 8, k = 4.
 *
 * Source: MATH.md 2 and 5.
 * @param times how many prompts each pair of counts stands for; 1 without it
 * @returns over the prompts with n0 >= k and samples after
 * @throws RangeError if the columns differ in length or hold no counts, or k is not a whole number >= 1
 */
export function weightedMovement({ before, after }: PairedCounts, k: number, times?: ArrayLike<number>): PromptMean {
  checkDraws('weightedMovement', k);
  checkPaired('weightedMovement', { before, after });
  return meanOverPrompts(
    Float64Array.from(before.n, (n, x) => {
      const c = before.c[x];
      const weight = passAtKWeight(n, c, k);
      // k (q_{k-1} - q_k), the unbiased estimate of w_k(p) p.
      const weightedRate = weight - k * (1 - passAtK(n, c, k));
      return weight * passAtK(after.n[x], after.c[x], 1) - weightedRate;
    }),
    times,
  );
}

import { checkDraws } from './checkCounts';

/**
 * Unbiased best-of-k: the probability that the attempt with the highest score among k is correct, ties broken at random.
 * With the samples sorted by score, the i-th lowest is the best of k with chance C(i-1, k-1)/C(n, k):
 *
 *     Σ_{i=k}^{n} C(i-1, k-1)/C(n, k) · correct_(i),   the verdicts of equal scores averaged
 *
 * Source: MATH.md 8.
 * @param scores one a sample, no NaN; @param correct its verdict
 * @param k attempts
 * @returns a number in [0, 1]; NaN when k is more than the samples
 * @throws RangeError if the columns differ in length, a score is NaN, or k is not a whole number >= 1
 * Cost: O(n log n).
 */
export function bestOfK(scores: ArrayLike<number>, correct: ArrayLike<boolean | number>, k: number): number {
  checkDraws('bestOfK', k);
  const n = scores.length;
  if (correct.length !== n) throw new RangeError(`bestOfK requires columns of one length, got ${n} and ${correct.length}`);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[b] - scores[a]);
  if (order.some((i) => Number.isNaN(scores[i]))) throw new RangeError('bestOfK requires scores that are numbers, got NaN');
  if (k > n) return NaN;
  let chance = k / n;
  let sum = 0;
  for (let start = 0; start < n; ) {
    let end = start;
    let right = 0;
    let chances = 0;
    for (; end < n && scores[order[end]] === scores[order[start]]; end++) {
      if (correct[order[end]]) right++;
      chances += chance;
      // From the i-th lowest, i = n - end, to the one below: C(i-2, k-1) / C(i-1, k-1).
      const i = n - end;
      chance = i > 1 ? (chance * (i - k)) / (i - 1) : 0;
    }
    sum += (chances * right) / (end - start);
    start = end;
  }
  return sum;
}

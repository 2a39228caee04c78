import { checkDraws } from './checkCounts';

/** A prompt's samples in tiers of equal score, the best first. */
export interface ScoreTiers {
  /** All samples. */
  readonly n: number;
  readonly size: Int32Array;
  /** Correct samples of each tier. */
  readonly correct: Int32Array;
}

/**
 * Sorts samples by score once, for every k.
 * @param scores one a sample, no NaN; @param correct its verdict
 * @throws RangeError if the columns differ in length or a score is NaN
 */
export function scoreTiers(scores: ArrayLike<number>, correct: ArrayLike<boolean | number>): ScoreTiers {
  const n = scores.length;
  if (correct.length !== n) throw new RangeError(`bestOfK requires columns of one length, got ${n} and ${correct.length}`);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[b] - scores[a]);
  if (order.some((i) => Number.isNaN(scores[i]))) throw new RangeError('bestOfK requires scores that are numbers, got NaN');
  const size: number[] = [];
  const right: number[] = [];
  order.forEach((i, place) => {
    if (place === 0 || scores[i] !== scores[order[place - 1]]) {
      size.push(0);
      right.push(0);
    }
    size[size.length - 1]++;
    if (correct[i]) right[right.length - 1]++;
  });
  return { n, size: Int32Array.from(size), correct: Int32Array.from(right) };
}

/**
 * Unbiased best-of-k: the probability that the attempt with the highest score among k is correct, ties broken at random.
 * With the samples sorted by score, the i-th lowest is the best of k with chance C(i-1, k-1)/C(n, k):
 *
 *     Σ_{i=k}^{n} C(i-1, k-1)/C(n, k) · correct_(i),   the verdicts of equal scores averaged
 *
 * Source: MATH.md 8.
 * @param k attempts
 * @returns a number in [0, 1]; NaN when k is more than the samples
 * @throws RangeError if k is not a whole number >= 1
 * Cost: O(n).
 */
export function bestOfK({ n, size, correct }: ScoreTiers, k: number): number {
  checkDraws('bestOfK', k);
  if (k > n) return NaN;
  let chance = k / n;
  let sum = 0;
  let i = n;
  for (let tier = 0; tier < size.length; tier++) {
    let chances = 0;
    for (let left = size[tier]; left > 0; left--) {
      chances += chance;
      // From the i-th lowest to the one below: C(i-2, k-1) / C(i-1, k-1).
      chance = i > 1 ? (chance * (i - k)) / (i - 1) : 0;
      i--;
    }
    sum += (chances * correct[tier]) / size[tier];
  }
  return sum;
}

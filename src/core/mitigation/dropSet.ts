/** The prompts to leave out of the pass@k objective. */
export interface DropSet {
  /** Places in the column, most negative pull first. */
  readonly prompts: Int32Array;
  /** Σ w a of the prompts that stay; at least 0. */
  readonly remainingSum: number;
}

/**
 * The fewest prompts to drop from J_k so that Σ w a >= 0 over the rest, with J1 (and so a) as it is: the most negative
 * first. Optimal in number, since dropping the m most negative leaves the largest sum any m can leave.
 *
 * Source: MATH.md 6. Cost: O(P log P).
 * @param contributions w_k(x) a(x), [P]; NaN is unknown, counted as 0 and never dropped
 */
export function dropSet(contributions: ArrayLike<number>): DropSet {
  const negative: number[] = [];
  let sum = 0;
  for (let x = 0; x < contributions.length; x++) {
    if (Number.isNaN(contributions[x])) continue;
    sum += contributions[x];
    if (contributions[x] < 0) negative.push(x);
  }
  if (sum >= 0) return { prompts: new Int32Array(0), remainingSum: sum };
  negative.sort((x, y) => contributions[x] - contributions[y]);
  // Summed anew from the small ends, so that dropping everything negative cannot leave a rounding error below 0.
  let remaining = 0;
  for (let x = 0; x < contributions.length; x++) if (contributions[x] > 0) remaining += contributions[x];
  let dropped = negative.length;
  while (dropped > 0 && remaining + contributions[negative[dropped - 1]] >= 0) remaining += contributions[negative[--dropped]];
  return { prompts: Int32Array.from(negative.slice(0, dropped)), remainingSum: remaining };
}

import { checkEqualLength } from './checkEqualLength';

/** The weights nearest to the pass@k weights that do not conflict. */
export interface WeightProjection {
  /** μ: each weight moves by μ a(x), down to 0 at the least. */
  readonly multiplier: number;
  /** w' = max(0, w + μ a), [P]; NaN stays NaN, a weight of unknown agreement stays as it is. */
  readonly weights: Float64Array;
}

/**
 * The weights closest to w (least squares, none below 0) with mean(w' a) >= 0: w' = max(0, w + μ a) with the smallest
 * μ >= 0 that does it. Each prompt's weight moves in proportion to its agreement. mean(w' a) only grows with μ, by steps of
 * its slope Σ a² over the prompts not yet at 0; bisected, then solved on the last segment.
 *
 * Source: MATH.md 6.
 * @param weights w_k(x), not negative, [P]; @param agreement a(x), [P]
 * @returns a multiplier of NaN, and the weights as they are, when nothing can take the conflict away: no a is above 0
 * @throws RangeError if the columns are not of one length
 */
export function weightProjection(weights: Float64Array, agreement: Float64Array): WeightProjection {
  checkEqualLength('weightProjection', weights, agreement);
  const at = (multiplier: number): { sum: number; solved: number } => {
    let sum = 0;
    let fixed = 0;
    let slope = 0;
    for (let x = 0; x < weights.length; x++) {
      const pull = agreement[x];
      const moved = weights[x] + multiplier * pull;
      // False for NaN too.
      if (!(moved > 0)) continue;
      sum += moved * pull;
      fixed += weights[x] * pull;
      slope += pull * pull;
    }
    return { sum, solved: -fixed / slope };
  };
  const start = at(0).sum;
  if (start >= 0) return { multiplier: 0, weights: weights.slice() };
  if (!agreement.some((pull, x) => pull > 0 && !Number.isNaN(weights[x]))) return { multiplier: NaN, weights: weights.slice() };
  let low = 0;
  let high = 1;
  while (at(high).sum < 0) high *= 2;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (at(middle).sum < 0) low = middle;
    else high = middle;
  }
  const { solved } = at(high);
  const multiplier = Math.abs(solved - high) <= 1e-9 * high ? solved : high;
  return {
    multiplier,
    weights: weights.map((weight, x) => (Number.isNaN(agreement[x]) ? weight : Math.max(0, weight + multiplier * agreement[x]))),
  };
}

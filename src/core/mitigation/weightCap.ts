import { knownPulls } from './knownPulls';

/**
 * The largest cap τ on the weights at which the conflict is gone: mean(min(w, τ) a) >= 0. That mean is piecewise linear in
 * τ, with slope Σ a over the capped prompts, and need not be monotone; the segments are walked from the largest weight down
 * to the first root. A small τ is always safe when mean(a) > 0.
 *
 * Source: MATH.md 6. Cost: O(P log P).
 * @param weights w_k(x), not negative; @param agreement a(x); NaN in either is unknown and left out
 * @returns Infinity when there is no conflict to begin with; NaN when no cap takes it away
 * @throws RangeError if the columns are not of one length
 */
export function weightCap(weights: ArrayLike<number>, agreement: ArrayLike<number>): number {
  const { weight, agreement: pull } = knownPulls('weightCap', weights, agreement);
  const order = Array.from(weight, (_, x) => x).sort((x, y) => weight[y] - weight[x]);
  let value = order.reduce((sum, x) => sum + weight[x] * pull[x], 0);
  if (value >= 0) return Infinity;
  let slope = 0;
  for (let i = 0; i + 1 < order.length; i++) {
    slope += pull[order[i]];
    const upper = weight[order[i]];
    const below = value - slope * (upper - weight[order[i + 1]]);
    if (below >= 0) return upper - value / slope;
    value = below;
  }
  // Below the smallest weight the mean is τ mean(a), which has no root but τ = 0: a cap that leaves nothing.
  return NaN;
}

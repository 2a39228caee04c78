import { knownPulls } from './knownPulls';

const steps = 256;

/**
 * The largest exponent γ <= 1 at which the conflict is gone when every weight w is tempered to w^γ: mean(w^γ a) >= 0.
 * γ = 1 is pass@k, γ = 0 gives all prompts (of weight above 0) the same weight. The mean need not be monotone in γ: looked
 * for on a grid of 1/256 from above, then bisected; a conflict-free window narrower than the grid is missed.
 *
 * Source: MATH.md 6.
 * @param weights w_k(x), not negative; @param agreement a(x); NaN in either is unknown and left out
 * @returns 1 when there is no conflict to begin with; NaN when no exponent from 0 to 1 takes it away
 * @throws RangeError if the columns are not of one length
 */
export function temperedExponent(weights: ArrayLike<number>, agreement: ArrayLike<number>): number {
  const { weight, agreement: pull } = knownPulls('temperedExponent', weights, agreement);
  const meets = (exponent: number): boolean => {
    let sum = 0;
    // A weight of 0 stays 0 at every exponent, 0 included.
    for (let x = 0; x < weight.length; x++) if (weight[x] > 0) sum += weight[x] ** exponent * pull[x];
    return sum >= 0;
  };
  if (meets(1)) return 1;
  for (let step = steps - 1; step >= 0; step--) {
    if (!meets(step / steps)) continue;
    let low = step / steps;
    let high = (step + 1) / steps;
    for (;;) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) return low;
      if (meets(middle)) low = middle;
      else high = middle;
    }
  }
  return NaN;
}

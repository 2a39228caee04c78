import { intervalFactor } from '../counts/intervalFactor';
import { dotProduct } from '../interference/dotProduct';
import type { GradientPopulation } from '../interference/gradientPopulation';
import { leaveOneOutWeights } from '../interference/leaveOneOutWeights';
import { passAtKPull } from '../interference/passAtKPull';
import { promptGradient } from '../interference/promptGradient';
import type { Interval } from '../reportShape';

/** A rate of change a unit of step size, η = 1. */
export interface StepRate {
  readonly rate: number;
  /** Hájek, over prompts: with the prompts fixed it is less. */
  readonly se: number;
  readonly ci: Interval;
}

/**
 * What one plain gradient step with any weights w' does to pass@1 and pass@k, to first order and with its error:
 *
 *     ΔJ1/η = mean(w' a),   ΔJ_k/η = mean(w' b_k)
 *
 * Without bias where the weights were not chosen by these samples: choose them on one half, and come here with the other.
 * A weight that is NaN counts as 0, and so does a prompt whose samples share one verdict: its estimate is 0.
 *
 * Source: MATH.md 4.3, 6. Cost: O(P·d).
 * @param weights w'(x), [P] of the population's prompts
 * @param k draws; where it is no k of the population, pass@k is NaN
 */
export function stepRates(population: GradientPopulation, weights: ArrayLike<number>, k: number): { passAt1: StepRate; passAtK: StepRate } {
  return { passAt1: stepRate(population, weights, 1), passAtK: stepRate(population, weights, k) };
}

function stepRate(population: GradientPopulation, weights: ArrayLike<number>, k: number): StepRate {
  const { sums, n, c, included, size, ks, gradients } = population;
  const d = sums.dimension;
  const at = ks.indexOf(k);
  if (at < 0 || size < 2) return { rate: NaN, se: NaN, ci: [NaN, NaN] };
  const factor = (x: number): number => (Number.isNaN(weights[x]) ? 0 : weights[x]);
  const moved = new Float64Array(d);
  const own = Array.from(n, (_, x) => promptGradient(population, x));
  own.forEach((gradient, x) => gradient?.vector.forEach((value, j) => (moved[j] += factor(x) * value)));
  const pull = passAtKPull(population, at);
  // Hájek: φ_x = ½ [w'ĝ·(H - ĥ) + ĥ·(U - w'ĝ)]/(N-1), with U = Σ w'ĝ and H = Σ ĥ.
  const shares: number[] = [];
  let rate = 0;
  own.forEach((gradient, x) => {
    if (!included[x]) return;
    if (gradient === null) return void shares.push(0);
    const weighted = leaveOneOutWeights(n[x], c[x], k);
    const correct = sums.sumCorrect(x) ?? new Float64Array(d);
    const wrong = sums.sumWrong(x) ?? new Float64Array(d);
    const along = (vector: Float64Array): number => weighted.correct * dotProduct(correct, 0, vector, 0, d) - weighted.wrong * dotProduct(wrong, 0, vector, 0, d);
    const itself = factor(x) * along(gradient.vector);
    const there = factor(x) * dotProduct(gradient.vector, 0, gradients, at * d, d) - itself;
    shares.push((there + along(moved) - itself) / 2 / (size - 1));
    rate += (factor(x) * pull[x]) / size;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / size;
  const se = 2 * Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (size - 1) / size);
  const reach = intervalFactor(size) * se;
  return { rate, se, ci: [rate - reach, rate + reach] };
}

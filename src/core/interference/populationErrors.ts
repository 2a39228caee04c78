import type { PairSums } from '../promptColumns';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';

/**
 * Standard error of the prompt population's inner product at every k (Hájek projection of the U-statistic):
 *
 *     φ_x = ½ [ĥ_k(x)·(G - ĝ(x)) + ĝ(x)·(H_k - ĥ_k(x))] / (N-1),   SE = 2 sd(φ)/√N
 *
 * Source: MATH.md 4.3. NaN for fewer than two prompts. Cost: O(P·K·d).
 * @param innerProducts the population's inner product at each k, which is the mean of φ, [K]
 */
export function populationErrors(population: GradientPopulation, pairs: PairSums, innerProducts: Float64Array): Float64Array {
  const { sums, n, c, included, size, ks, gradients } = population;
  const d = sums.dimension;
  const squares = new Float64Array(ks.length);
  const zero = new Float64Array(d);
  const own = new Float64Array(d);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt]) continue;
    if (c[prompt] === 0 || c[prompt] === n[prompt]) {
      for (let i = 0; i < ks.length; i++) squares[i] += innerProducts[i] ** 2;
      continue;
    }
    const first = leaveOneOutWeights(n[prompt], c[prompt], 1);
    const correct = sums.sumCorrect(prompt) ?? zero;
    const wrong = sums.sumWrong(prompt) ?? zero;
    for (let j = 0; j < d; j++) own[j] = first.correct * correct[j] - first.wrong * wrong[j];
    const correctDotOwn = dotProduct(correct, 0, own, 0, d);
    const wrongDotOwn = dotProduct(wrong, 0, own, 0, d);
    for (let i = 0; i < ks.length; i++) {
      const { correct: right, wrong: left } = leaveOneOutWeights(n[prompt], c[prompt], ks[i]);
      const here = right * pairs.correctDotRest[prompt] - left * pairs.wrongDotRest[prompt];
      const there = dotProduct(own, 0, gradients, i * d, d) - (right * correctDotOwn - left * wrongDotOwn);
      squares[i] += ((here + there) / 2 / (size - 1) - innerProducts[i]) ** 2;
    }
  }
  return squares.map((sum) => (size > 1 ? 2 * Math.sqrt(sum / (size - 1) / size) : NaN));
}

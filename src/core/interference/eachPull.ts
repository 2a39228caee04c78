import type { PairSums } from '../promptColumns';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutCurves } from './leaveOneOutCurves';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { plainProjector, type MakeProjector } from './projector';

/**
 * Calls back with each included prompt's pull on the population's inner product at every k (Hájek projection):
 *
 *     φ_x = ½ [ĥ_k(x)·(G - ĝ(x)) + ĝ(x)·(H_k - ĥ_k(x))] / (N-1),   mean of φ = inner product
 *
 * 0 for a prompt whose samples share one verdict. For at least two prompts. Source: MATH.md 4.3. Cost: O(P·K·d).
 * @param visit pulls: [K], good until the next call
 * @param makeProjector something faster than plainProjector, for many prompts
 */
export function eachPull(
  population: GradientPopulation,
  pairs: PairSums,
  visit: (prompt: number, pulls: Float64Array) => void,
  makeProjector: MakeProjector = plainProjector,
): void {
  const { sums, n, c, included, size, ks, gradients } = population;
  const d = sums.dimension;
  const pulls = new Float64Array(ks.length);
  const zero = new Float64Array(d);
  const own = new Float64Array(d);
  const projector = makeProjector(gradients, d);
  const weightsOf = leaveOneOutCurves(ks);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt]) continue;
    if (c[prompt] === 0 || c[prompt] === n[prompt]) {
      visit(prompt, pulls.fill(0));
      continue;
    }
    const first = leaveOneOutWeights(n[prompt], c[prompt], 1);
    const weights = weightsOf(n[prompt], c[prompt]);
    const correct = sums.sumCorrect(prompt) ?? zero;
    const wrong = sums.sumWrong(prompt) ?? zero;
    for (let j = 0; j < d; j++) own[j] = first.correct * correct[j] - first.wrong * wrong[j];
    const correctDotOwn = dotProduct(correct, 0, own, 0, d);
    const wrongDotOwn = dotProduct(wrong, 0, own, 0, d);
    const onto = projector.project(own);
    for (let i = 0; i < ks.length; i++) {
      const right = weights[2 * i];
      const left = weights[2 * i + 1];
      const here = right * pairs.correctDotRest[prompt] - left * pairs.wrongDotRest[prompt];
      const there = onto[i] - (right * correctDotOwn - left * wrongDotOwn);
      pulls[i] = (here + there) / 2 / (size - 1);
    }
    visit(prompt, pulls);
  }
}

import type { PairSums } from '../promptColumns';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutCurves } from './leaveOneOutCurves';
import { promptProducts, type ProductsOf } from './promptProducts';

/**
 * Calls back with each included prompt's pull on the population's inner product at every k (Hájek projection):
 *
 *     φ_x = ½ [ĥ_k(x)·(G - ĝ(x)) + ĝ(x)·(H_k - ĥ_k(x))] / (N-1),   mean of φ = inner product
 *
 * 0 for a prompt whose samples share one verdict. For at least two prompts. Source: MATH.md 4.3. Cost: O(P·K·d).
 * @param visit pulls: [K], good until the next call
 * @param productsOf absent: worked out here
 */
export function eachPull(
  population: GradientPopulation,
  pairs: PairSums,
  visit: (prompt: number, pulls: Float64Array) => void,
  productsOf: ProductsOf = promptProducts(population),
): void {
  const { n, c, included, size, ks } = population;
  const pulls = new Float64Array(ks.length);
  const weightsOf = leaveOneOutCurves(ks);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt]) continue;
    if (c[prompt] === 0 || c[prompt] === n[prompt]) {
      visit(prompt, pulls.fill(0));
      continue;
    }
    const { correctCorrect, correctWrong, wrongWrong, correct, wrong } = productsOf(prompt, ks.length);
    // ks begins with 1: ĝ = ĥ_1.
    const weights = weightsOf(n[prompt], c[prompt]);
    const correctDotOwn = weights[0] * correctCorrect - weights[1] * correctWrong;
    const wrongDotOwn = weights[0] * correctWrong - weights[1] * wrongWrong;
    for (let i = 0; i < ks.length; i++) {
      const right = weights[2 * i];
      const left = weights[2 * i + 1];
      const here = right * pairs.correctDotRest[prompt] - left * pairs.wrongDotRest[prompt];
      const there = weights[0] * correct[i] - weights[1] * wrong[i] - (right * correctDotOwn - left * wrongDotOwn);
      pulls[i] = (here + there) / 2 / (size - 1);
    }
    visit(prompt, pulls);
  }
}

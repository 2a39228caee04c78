import type { PairSums } from '../promptColumns';
import { eachPull } from './eachPull';
import type { GradientPopulation } from './gradientPopulation';
import type { ProductsOf } from './promptProducts';

/**
 * Standard error of the prompt population's inner product at every k, from the spread of the prompts' pulls φ:
 *
 *     SE = 2 sd(φ)/√N
 *
 * Source: MATH.md 4.3. NaN for fewer than two prompts. Cost: O(P·K·d).
 * @param innerProducts the population's inner product at each k, which is the mean of φ, [K]
 * @param productsOf absent: worked out here
 */
export function populationErrors(population: GradientPopulation, pairs: PairSums, innerProducts: Float64Array, productsOf?: ProductsOf): Float64Array {
  const { size, ks } = population;
  const squares = new Float64Array(ks.length);
  if (size < 2) return squares.fill(NaN);
  eachPull(population, pairs, (_, pulls) => {
    for (let i = 0; i < ks.length; i++) squares[i] += (pulls[i] - innerProducts[i]) ** 2;
  }, productsOf);
  return squares.map((sum) => 2 * Math.sqrt(sum / (size - 1) / size));
}

import type { GradientPopulation } from './gradientPopulation';

/**
 * Second pass over the same score vectors: the sampling error of what the first pass estimates, by streaming moments of
 * centred projections, nothing per sample.
 *
 * - standard error of a(x): sd over i of u_i·(G - ĝ(x))/N, over √n, with u_i = (r_i - b_{-i}) s_i (MATH.md 4.3);
 * - for every k, Σ_x Var(ĥ_k(x)·∇J1 + ĝ(x)·∇J_k), each by delete-one-sample jackknife.
 *
 * Feed it exactly what was added to the sums, in any order.
 */
export class GradientSpread {
  constructor(population: GradientPopulation) {
    throw new Error(`not there yet ${population.size}`);
  }

  /** Takes one sample; arguments and result as `GradientSums.add`. */
  add(prompt: number, correct: boolean, vector: Float32Array | Float64Array, start?: number): boolean {
    throw new Error(`not there yet ${prompt} ${String(correct)} ${vector.length} ${start ?? 0}`);
  }

  /** True once as many samples were added as to the sums: only then are the errors below known. */
  get complete(): boolean {
    return false;
  }

  /** Standard error of each prompt's agreement, [P]; NaN where the agreement is unknown. */
  agreementSe(): Float64Array {
    return new Float64Array(0);
  }

  /** Standard error of the benchmark inner product at each k, [K]. */
  innerProductSe(): Float64Array {
    return new Float64Array(0);
  }
}

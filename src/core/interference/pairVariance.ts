import { logQ } from '../counts/logQ';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutCurves } from './leaveOneOutCurves';
import { selfPairWeights } from './selfPairWeights';

/** Sums over some prompts, to see how far chance moves the sum over all. */
const batches = 20;

/**
 * Unbiased variance of the benchmark's inner product at every k <= n/2, by pairs of different samples, and a jackknife's
 * variance drawn towards it. For each prompt, with t = s·∇J1, u = s·∇J_k and X = ĥ_k·∇J1 + ĝ·∇J_k,
 *
 *     Var X = E[X²] - (w_k ∇p·∇J1 + ∇p·∇J_k)²,   the square without bias from pairs: w_k² by k² q_{2k-2}, w_k by k q_{k-1}
 *
 * Right in the mean, but noisy: alone it let intervals of 60 prompts cover 90% at n = 32, k = 8, and 77% at k = 16. The
 * jackknife is steady and up to 1.8 times too large there. So both, as Stein would mix an unbiased with a steady estimate:
 *
 *     V = U + λ (J - U),   λ = min(1, noise(U)/(J - U)²),   never below J/2
 *
 * with the noise of U from the spread of 20 sums over prompts. Few prompts keep the jackknife, many come to the unbiased. Beyond
 * n/2, where U does not exist, J shrunk as at the last k that has both: there J errs by more still, on the safe side.
 *
 * Feed it each prompt's projected sums once and each sample once, in any order. Cost: O(K) a sample.
 */
export class PairVariance {
  readonly #population: GradientPopulation;
  /** Places of the curve with 2k <= n for every prompt that can vary. */
  readonly #places: number;
  /** Sum of the prompts' variances in each batch, [batches·places]. */
  readonly #sums: Float64Array;
  /** Batch of each prompt, by turns among those that can vary; -1 for the others, [P]. */
  readonly #batchOf: Int32Array;
  readonly #used: number;
  /** For each distinct (n, c), what t², tu and u² count for: of a correct sample, of a wrong one, of one of each; [9·places]. */
  readonly #factors = new Map<number, Float64Array>();
  readonly #weightsOf: (n: number, c: number) => Float64Array;

  constructor(population: GradientPopulation) {
    const { n, c, included, ks } = population;
    let smallest = Infinity;
    let taken = 0;
    this.#population = population;
    this.#weightsOf = leaveOneOutCurves(ks);
    this.#batchOf = n.map((all, x) => {
      if (!included[x] || c[x] === 0 || c[x] === all) return -1;
      smallest = Math.min(smallest, all);
      return taken++ % batches;
    });
    this.#used = Math.min(taken, batches);
    this.#places = ks.reduce((count, k) => count + (2 * k <= smallest ? 1 : 0), 0);
    this.#sums = new Float64Array(batches * this.#places);
  }

  /** @param correct projections of S_c on every ∇J_k, ∇J1 the first, @param wrong of S_w */
  addSums(prompt: number, correct: Float64Array, wrong: Float64Array): void {
    const { n, c } = this.#population;
    const factors = this.#factorsOf(n[prompt], c[prompt]);
    const start = this.#batchOf[prompt] * this.#places;
    // ks begins with 1.
    const weights = this.#weightsOf(n[prompt], c[prompt]);
    const [t, s] = [correct[0], wrong[0]];
    for (let i = 0, at = 0; i < this.#places; i++, at += 9) {
      const [u, v] = [correct[i], wrong[i]];
      const value = weights[2 * i] * t - weights[2 * i + 1] * s + weights[0] * u - weights[1] * v;
      const square =
        factors[at] * t * t + factors[at + 1] * t * u + factors[at + 2] * u * u +
        factors[at + 3] * s * s + factors[at + 4] * s * v + factors[at + 5] * v * v -
        2 * factors[at + 6] * t * s - factors[at + 7] * (t * v + s * u) - 2 * factors[at + 8] * u * v;
      this.#sums[start + i] += value * value - square;
    }
  }

  /** @param onto the score vector's projections on every ∇J_k */
  addSample(prompt: number, correct: boolean, onto: Float64Array): void {
    const { n, c } = this.#population;
    const factors = this.#factorsOf(n[prompt], c[prompt]);
    const start = this.#batchOf[prompt] * this.#places;
    const t = onto[0];
    for (let i = 0, at = correct ? 0 : 3; i < this.#places; i++, at += 9) {
      this.#sums[start + i] += factors[at] * t * t + factors[at + 1] * t * onto[i] + factors[at + 2] * onto[i] * onto[i];
    }
  }

  /** The batch that a prompt is counted in; -1 where it cannot vary. */
  batchOf(prompt: number): number {
    return this.#batchOf[prompt];
  }

  /** Takes many samples of one verdict, of prompts with the same n, c and batch as `prompt`, by what t², t u and u² at a place of the curve add up to. */
  addMoments(prompt: number, correct: boolean, place: number, tt: number, tu: number, uu: number): void {
    if (place >= this.#places) return;
    const { n, c } = this.#population;
    const factors = this.#factorsOf(n[prompt], c[prompt]);
    const at = 9 * place + (correct ? 0 : 3);
    this.#sums[this.#batchOf[prompt] * this.#places + place] += factors[at] * tt + factors[at + 1] * tu + factors[at + 2] * uu;
  }

  /** N² times the variance without bias, at every k with 2k <= n for all prompts that can vary; below 0 where noise has it so. */
  unbiased(): Float64Array {
    return Float64Array.from({ length: this.#places }, (_, place) => this.#batchSums(place).reduce((sum, value) => sum + value, 0));
  }

  /**
   * The mix at every place of the curve, [K].
   * @param jackknife the jackknife's variance of the sum over prompts, [K]
   */
  mixedWith(jackknife: Float64Array): Float64Array {
    let share = 1;
    return jackknife.map((steady, i) => {
      if (i < this.#places && this.#used > 1) {
        const mixed = this.#mixed(i, steady);
        share = steady > 0 ? mixed / steady : 1;
        return mixed;
      }
      return steady * Math.min(1, share);
    });
  }

  #mixed(place: number, steady: number): number {
    const sums = this.#batchSums(place);
    const unbiased = sums.reduce((sum, value) => sum + value, 0);
    const noise = sums.reduce((sum, value) => sum + (value - unbiased / this.#used) ** 2, 0) * (this.#used / (this.#used - 1));
    const apart = steady - unbiased;
    const weight = noise < apart * apart ? noise / (apart * apart) : 1;
    return Math.max(unbiased + weight * apart, steady / 2);
  }

  #batchSums(place: number): number[] {
    return Array.from({ length: this.#used }, (_, batch) => this.#sums[batch * this.#places + place]);
  }

  #factorsOf(n: number, c: number): Float64Array {
    const key = n * 2 ** 31 + c;
    let factors = this.#factors.get(key);
    if (factors === undefined) {
      factors = new Float64Array(9 * this.#places);
      const plain = selfPairWeights(n, c, () => 1);
      for (let i = 0; i < this.#places; i++) {
        const k = this.#population.ks[i];
        const squared = selfPairWeights(n, c, power(2 * k - 2, k * k));
        const once = selfPairWeights(n, c, power(k - 1, k));
        factors.set([squared.correct, 2 * once.correct, plain.correct, squared.wrong, 2 * once.wrong, plain.wrong, squared.cross, 2 * once.cross, plain.cross], 9 * i);
      }
      this.#factors.set(key, factors);
    }
    return factors;
  }
}

/** factor · (1-p)^j without bias, from m samples. */
function power(j: number, factor: number): (m: number, correct: number) => number {
  return (m, correct) => factor * Math.exp(logQ(m, correct, j));
}

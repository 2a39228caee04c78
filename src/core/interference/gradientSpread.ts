import { dotProduct } from './dotProduct';
import { gradientBasis, type GradientBasis } from './gradientBasis';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutCurves } from './leaveOneOutCurves';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { momentProducts } from './momentProducts';
import { OthersNoise } from './othersNoise';
import { PairVariance } from './pairVariance';
import { plainProjector, type MakeProjector, type Projector } from './projector';
import { promptGradient } from './promptGradient';
import { promptProducts, type ProductsOf } from './promptProducts';
import type { ProjectedSamples, SpreadPlan } from './spreadPlan';

/**
 * Second pass over the same score vectors: the sampling error of what the first pass estimates, by streaming moments of
 * projections, nothing per sample.
 *
 * - Standard error of a(x): sd over i of u_i·(G - ĝ(x))/N, over √n, with u_i = (r_i - b_{-i}) s_i (MATH.md 4.3), and the
 *   noise of the other prompts' gradients beside it (OthersNoise).
 * - For every k, the standard error of the inner product with the prompts fixed: N^-2 Σ_x Var(ĥ_k(x)·∇J1 + ĝ(x)·∇J_k),
 *   each variance by delete-one-sample jackknife. Without sample i the estimate is linear in s_i·∇J1 and s_i·∇J_k, so the
 *   spread over i needs no more than a sum of squares over all samples, and what S_c and S_w already tell.
 *   The jackknife errs on the safe side, more so for large k: at n = 32 its variance was 1.1 times the true one at k = 4,
 *   1.3 at k = 8, 1.7 at k = 16, 3.6 at k = 31. So it is drawn towards an unbiased variance as far as that one's noise lets
 *   it (PairVariance): intervals of 200 and 500 prompts then cover 95 to 96.5% at k = 8 instead of 97 to 98%. Tried and
 *   dropped: Efron and Stein's correction, which goes below 0 from k = n/2 on; and the variance that a binomial c would
 *   give, with the prompts' own means, which was 0.7 of the true one.
 *
 * Feed it exactly what was added to the sums, in any order. Cost: O(R·(d + K)) a sample, R vectors in the basis.
 */
export class GradientSpread {
  readonly #population: GradientPopulation;
  readonly #productsOf: ProductsOf;
  /** What every ∇J_k is put together from. */
  readonly #basis: GradientBasis;
  /** On the basis, and last on `#rest`. */
  readonly #projector: Projector;
  readonly #sample: Float64Array;
  /** A vector's projections on every ∇J_k; room used again and again. */
  readonly #onGradients: Float64Array;
  /** Those of S_c and of S_w. */
  readonly #onto: readonly [Float64Array, Float64Array];
  /** N² times the variance of the inner product, less the squares still to come, [K]. */
  readonly #variance: Float64Array;
  /** Σ t², t = s_i·(G - ĝ(x))/N, over the correct and over the wrong samples, [P] each. */
  readonly #squaresCorrect: Float64Array;
  readonly #squaresWrong: Float64Array;
  readonly #others: OthersNoise;
  readonly #pairs: PairVariance;
  /** For each distinct (n, c), what a sample's projections count for at each k, [4·K]. */
  readonly #factors = new Map<number, Float64Array>();
  readonly #weightsOf: (n: number, c: number) => Float64Array;
  /** A prompt of each class, once there are any. */
  readonly #firstOfClass: number[] = [];
  /** The prompt `#rest` is of; -1 before the first. */
  #restOf = -1;
  /** (G - ĝ(x))/N */
  readonly #rest: Float64Array;
  #missing = 0;

  /**
   * @param productsOf absent: worked out here
   * @param makeProjector something faster than plainProjector, for many samples
   * @param tolerance how well the basis meets the gradients of J_k; absent: to 1e-9
   */
  constructor(
    population: GradientPopulation,
    productsOf: ProductsOf = promptProducts(population),
    makeProjector: MakeProjector = plainProjector,
    tolerance?: number,
  ) {
    const { sums, size, gradients, ks, n } = population;
    this.#population = population;
    this.#productsOf = productsOf;
    this.#weightsOf = leaveOneOutCurves(ks);
    this.#basis = gradientBasis(gradients.map((sum) => sum / size), sums.dimension, tolerance);
    this.#sample = new Float64Array(sums.dimension);
    this.#onGradients = new Float64Array(ks.length);
    this.#onto = [new Float64Array(ks.length), new Float64Array(ks.length)];
    this.#variance = new Float64Array(ks.length);
    this.#squaresCorrect = new Float64Array(n.length);
    this.#squaresWrong = new Float64Array(n.length);
    this.#others = new OthersNoise(population);
    this.#pairs = new PairVariance(population);
    this.#rest = new Float64Array(sums.dimension);
    const directions = new Float64Array((this.#basis.size + 1) * sums.dimension);
    directions.set(this.#basis.vectors);
    this.#projector = makeProjector(directions, sums.dimension);
    for (let prompt = 0; prompt < n.length; prompt++) {
      this.#missing += sums.correctCount(prompt) + sums.wrongCount(prompt);
      if (this.#takesPart(prompt)) this.#addKnownPart(prompt);
    }
  }

  /** Takes one sample; arguments, result and refusals as `GradientSums.add`. */
  add(prompt: number, correct: boolean, vector: Float32Array | Float64Array, start?: number): boolean {
    const { sums, ks, n, c } = this.#population;
    const d = sums.dimension;
    const from = start ?? 0;
    if (from < 0 || (start === undefined ? vector.length !== d : from + d > vector.length)) {
      throw new RangeError(`GradientSpread requires vectors of dimension ${d}, got ${vector.length - from}`);
    }
    // Doubles whatever the log holds: inner products of one kind of array only run 1.4 times as fast.
    const sample = vector instanceof Float64Array && start === undefined ? vector : this.#copied(vector, from);
    if (prompt !== this.#restOf && this.#takesPart(prompt)) this.#projector.turnLast(this.#restOfPrompt(prompt));
    const onBasis = this.#projector.project(sample);
    const { size } = this.#basis;
    // NaN and Infinity survive every inner product.
    if (!Number.isFinite(onBasis[size])) return false;
    this.#missing--;
    if (!this.#takesPart(prompt)) return true;
    const onRest = onBasis[size];
    (correct ? this.#squaresCorrect : this.#squaresWrong)[prompt] += onRest * onRest;
    this.#others.add(prompt, correct, sample);
    const factors = this.#factorsOf(n[prompt], c[prompt]);
    const onto = this.#ontoGradients(onBasis);
    this.#pairs.addSample(prompt, correct, onto);
    for (let i = 0; i < ks.length; i++) {
      const at = 4 * i + (correct ? 0 : 2);
      const change = factors[at] * onto[0] + factors[at + 1] * onto[i];
      this.#variance[i] += change * change;
    }
    return true;
  }

  /** How all samples at once may be projected elsewhere, for `addProjected`. */
  plan(): SpreadPlan {
    const { sums, size, gradients, n, c } = this.#population;
    const numbers = new Map<string, number>();
    this.#firstOfClass.length = 0;
    const classOf = n.map((count, prompt) => {
      if (!this.#takesPart(prompt)) return -1;
      const key = `${count} ${c[prompt]} ${this.#pairs.batchOf(prompt)}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return this.#firstOfClass.push(prompt) - 1;
    });
    return {
      basis: this.#basis.vectors, size: this.#basis.size, gradient: gradients.subarray(0, sums.dimension), prompts: size, classOf, classes: numbers.size,
      weights: (prompt) => leaveOneOutWeights(n[prompt], c[prompt], 1),
      factors: this.#others.isWanted ? (prompt) => this.#others.factors(prompt) : null,
    };
  }

  /** Takes all samples in place of `add`, by what they add up to. Their order does not matter, but for the signs of differences. */
  addProjected({ count, moments, stride, squaresCorrect, squaresWrong, differences }: ProjectedSamples): void {
    const { sums, n } = this.#population;
    this.#missing -= count;
    for (let prompt = 0; prompt < n.length; prompt++) {
      if (!this.#takesPart(prompt)) {
        this.#missing -= sums.correctCount(prompt) + sums.wrongCount(prompt);
        continue;
      }
      this.#squaresCorrect[prompt] += squaresCorrect[prompt];
      this.#squaresWrong[prompt] += squaresWrong[prompt];
      if (this.#others.isWanted) this.#others.give(prompt, differences[prompt]);
    }
    for (const [place, prompt] of this.#firstOfClass.entries()) {
      const length = this.#basis.size * stride;
      this.#addMoments(prompt, true, moments.subarray(2 * place * length, (2 * place + 1) * length), stride);
      this.#addMoments(prompt, false, moments.subarray((2 * place + 1) * length, (2 * place + 2) * length), stride);
    }
  }

  /** True once as many samples were added as to the sums: only then are the errors below known. */
  get complete(): boolean {
    return this.#missing === 0;
  }

  /** Standard error of each prompt's agreement, [P]; NaN where the agreement is unknown. */
  agreementSe(): Float64Array {
    const { n, c, size } = this.#population;
    const result = new Float64Array(n.length).fill(NaN);
    for (let prompt = 0; prompt < n.length; prompt++) {
      if (!this.#takesPart(prompt)) continue;
      const count = n[prompt];
      const right = (count - c[prompt]) / (count - 1);
      const wrong = c[prompt] / (count - 1);
      const weights = leaveOneOutWeights(count, c[prompt], 1);
      const products = this.#productsOf(prompt, 1);
      const correctOnRest = products.correct[0] - (weights.correct * products.correctCorrect - weights.wrong * products.correctWrong);
      const wrongOnRest = products.wrong[0] - (weights.correct * products.correctWrong - weights.wrong * products.wrongWrong);
      const sum = (right * correctOnRest - wrong * wrongOnRest) / size;
      const squares = right ** 2 * this.#squaresCorrect[prompt] + wrong ** 2 * this.#squaresWrong[prompt];
      const own = Math.max(squares - (sum * sum) / count, 0) / (count - 1) / count;
      const gradient = this.#others.isWanted ? promptGradient(this.#population, prompt) : null;
      result[prompt] = Math.sqrt(own + (gradient === null ? 0 : this.#others.variance(prompt, gradient.vector)));
    }
    return result;
  }

  /** Standard error of the benchmark inner product at each k, [K]. */
  innerProductSe(): Float64Array {
    const jackknife = this.#variance.map((variance) => Math.max(variance, 0));
    return this.#pairs.mixedWith(jackknife).map((variance) => Math.sqrt(variance) / this.#population.size);
  }

  #copied(vector: Float32Array | Float64Array, from: number): Float64Array {
    for (let j = 0; j < this.#sample.length; j++) this.#sample[j] = vector[from + j];
    return this.#sample;
  }

  /** Only a prompt with both verdicts has an estimate that can vary. */
  #takesPart(prompt: number): boolean {
    const { included, n, c } = this.#population;
    return included[prompt] === 1 && c[prompt] > 0 && c[prompt] < n[prompt];
  }

  /**
   * What the sums alone say of a prompt's jackknife variance: the squared distance between the mean without a correct and
   * the mean without a wrong sample, and what must be taken from the squares to centre them.
   */
  #addKnownPart(prompt: number): void {
    const { ks, n, c, size } = this.#population;
    const count = n[prompt];
    const right = c[prompt];
    const wrong = count - right;
    const products = this.#productsOf(prompt, ks.length);
    const [correct, incorrect] = this.#onto;
    for (let i = 0; i < ks.length; i++) {
      correct[i] = products.correct[i] / size;
      incorrect[i] = products.wrong[i] / size;
    }
    this.#pairs.addSums(prompt, correct, incorrect);
    // ks begins with 1.
    const lessCorrect = this.#weightsOf(count - 1, right - 1);
    const lessWrong = this.#weightsOf(count - 1, right);
    for (let i = 0; i < ks.length; i++) {
      const takenCorrect = lessCorrect[2 * i] * correct[0] + lessCorrect[0] * correct[i];
      const takenWrong = lessWrong[2 * i + 1] * incorrect[0] + lessWrong[1] * incorrect[i];
      const withoutCorrect =
        takenCorrect - lessCorrect[2 * i + 1] * incorrect[0] - lessCorrect[1] * incorrect[i] - takenCorrect / right;
      const withoutWrong =
        lessWrong[2 * i] * correct[0] + lessWrong[0] * correct[i] - takenWrong + takenWrong / wrong;
      const between = ((right * wrong) / count) * (withoutCorrect - withoutWrong) ** 2;
      const centre = takenCorrect ** 2 / right + takenWrong ** 2 / wrong;
      this.#variance[i] += ((count - 1) / count) * (between - centre);
    }
  }

  /** Per k: what s·J1 and s·J_k of a correct sample count for, then of a wrong one, times √((n-1)/n) of the jackknife. */
  #factorsOf(n: number, c: number): Float64Array {
    const key = n * 2 ** 31 + c;
    let factors = this.#factors.get(key);
    if (factors === undefined) {
      const { ks } = this.#population;
      const scale = Math.sqrt((n - 1) / n);
      factors = new Float64Array(4 * ks.length);
      const lessCorrect = this.#weightsOf(n - 1, c - 1);
      const lessWrong = this.#weightsOf(n - 1, c);
      for (let i = 0; i < ks.length; i++) {
        factors.set([scale * lessCorrect[2 * i], scale * lessCorrect[0], scale * lessWrong[2 * i + 1], scale * lessWrong[1]], 4 * i);
      }
      this.#factors.set(key, factors);
    }
    return factors;
  }

  /** @param moments Σ y yᵀ of samples of one verdict, of prompts that count like `prompt`; only its upper triangle is good */
  #addMoments(prompt: number, correct: boolean, moments: Float64Array, stride: number): void {
    const { ks, n, c } = this.#population;
    const factors = this.#factorsOf(n[prompt], c[prompt]);
    const { tt, tu, uu } = momentProducts(moments, stride, this.#basis);
    for (let i = 0; i < ks.length; i++) {
      const own = factors[4 * i + (correct ? 0 : 2)];
      const other = factors[4 * i + (correct ? 1 : 3)];
      this.#variance[i] += own * own * tt + 2 * own * other * tu[i] + other * other * uu[i];
      this.#pairs.addMoments(prompt, correct, i, tt, tu[i], uu[i]);
    }
  }

  /** Projections on every ∇J_k, [K], from those on the basis; good until the next call. */
  #ontoGradients(onBasis: Float64Array): Float64Array {
    const { size, coordinates } = this.#basis;
    for (let i = 0; i < this.#onGradients.length; i++) this.#onGradients[i] = dotProduct(coordinates, i * size, onBasis, 0, size);
    return this.#onGradients;
  }

  /** (G - ĝ(x))/N, kept for the next sample, which most often is of the same prompt. */
  #restOfPrompt(prompt: number): Float64Array {
    if (prompt === this.#restOf) return this.#rest;
    const { sums, size, n, c, gradients } = this.#population;
    const correct = sums.sumCorrect(prompt);
    const wrong = sums.sumWrong(prompt);
    const weights = leaveOneOutWeights(n[prompt], c[prompt], 1);
    for (let j = 0; j < sums.dimension; j++) {
      const own = weights.correct * (correct?.[j] ?? 0) - weights.wrong * (wrong?.[j] ?? 0);
      this.#rest[j] = (gradients[j] - own) / size;
    }
    this.#restOf = prompt;
    return this.#rest;
  }
}

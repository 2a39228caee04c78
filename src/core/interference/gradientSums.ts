import { dotProduct } from './dotProduct';

/** What one prompt's samples add up to (MATH.md 4.3); such records add up over shards. */
export interface SummaryVectors {
  readonly sumCorrect: Float64Array;
  readonly sumWrong: Float64Array;
  readonly squaresCorrect: number;
  readonly squaresWrong: number;
}

/**
 * First pass over the score vectors s_i = ∇log π(y_i|x): per prompt the sufficient statistics of every estimator of
 * MATH.md 4.3,
 *
 *     S_c = Σ_{correct} s_i,  S_w = Σ_{wrong} s_i,  Q_c = Σ_{correct} |s_i|²,  Q_w = Σ_{wrong} |s_i|²,
 *
 * and how many samples were added. Grows with the prompt's number. Memory: 2·dimension doubles a prompt, half of it
 * where all samples share one verdict; nothing per sample.
 */
export class GradientSums {
  readonly dimension: number;
  readonly #sumCorrect: (Float64Array | undefined)[] = [];
  readonly #sumWrong: (Float64Array | undefined)[] = [];
  readonly #squaresCorrect: number[] = [];
  readonly #squaresWrong: number[] = [];
  readonly #correct: number[] = [];
  readonly #wrong: number[] = [];

  /** @throws RangeError if the dimension is not a whole number >= 1 */
  constructor(dimension: number) {
    if (!Number.isSafeInteger(dimension) || dimension < 1) {
      throw new RangeError(`GradientSums requires a whole dimension of at least one, got ${dimension}`);
    }
    this.dimension = dimension;
  }

  /**
   * Sums that were made elsewhere, taken as they are.
   * @param prompts one each, in order; a verdict without samples may have any sum
   * @throws RangeError if the dimension is not a whole number >= 1, or a vector has another
   */
  static of(dimension: number, prompts: Iterable<SummaryVectors & { readonly correct: number; readonly wrong: number }>): GradientSums {
    const sums = new GradientSums(dimension);
    for (const given of prompts) {
      sums.#checkVector(given.sumCorrect);
      sums.#checkVector(given.sumWrong);
      sums.#reach(sums.promptCount);
      const prompt = sums.promptCount - 1;
      if (given.correct > 0) sums.#sumCorrect[prompt] = given.sumCorrect;
      if (given.wrong > 0) sums.#sumWrong[prompt] = given.sumWrong;
      sums.#squaresCorrect[prompt] = given.squaresCorrect;
      sums.#squaresWrong[prompt] = given.squaresWrong;
      sums.#correct[prompt] = given.correct;
      sums.#wrong[prompt] = given.wrong;
    }
    return sums;
  }

  /** Prompts seen: one more than the highest prompt number that was added. */
  get promptCount(): number {
    return this.#correct.length;
  }

  /**
   * Adds one sample's score vector.
   * @param start where the vector begins in `vector`, a matrix of rows; without it `vector` is the whole vector
   * @returns false, and nothing is added, if a number of the vector is not finite
   * @throws RangeError if the vector has another dimension
   */
  add(prompt: number, correct: boolean, vector: Float32Array | Float64Array, start?: number): boolean {
    this.#checkVector(vector, start);
    const from = start ?? 0;
    const squares = dotProduct(vector, from, vector, from, this.dimension);
    // NaN and Infinity survive squaring and adding; a finite vector whose square overflows is no use either.
    if (!Number.isFinite(squares)) return false;
    this.#reach(prompt);
    const sums = correct ? this.#sumCorrect : this.#sumWrong;
    const sum = (sums[prompt] ??= new Float64Array(this.dimension));
    if (from === 0) for (let j = 0; j < sum.length; j++) sum[j] += vector[j];
    else for (let j = 0; j < sum.length; j++) sum[j] += vector[from + j];
    if (correct) {
      this.#squaresCorrect[prompt] += squares;
      this.#correct[prompt]++;
    } else {
      this.#squaresWrong[prompt] += squares;
      this.#wrong[prompt]++;
    }
    return true;
  }

  /**
   * Adds what a shard says of a prompt's n samples, c of them correct.
   * @returns false, and nothing is added, if a number is not finite, or n and c are no counts
   * @throws RangeError if a vector has another dimension
   */
  addSummary(prompt: number, n: number, c: number, summary: SummaryVectors): boolean {
    this.#checkVector(summary.sumCorrect);
    this.#checkVector(summary.sumWrong);
    const counts = Number.isSafeInteger(n) && Number.isSafeInteger(c) && c >= 0 && c <= n;
    const squares = summary.squaresCorrect + summary.squaresWrong;
    if (!counts || !Number.isFinite(squares) || !isFinite(summary.sumCorrect) || !isFinite(summary.sumWrong)) return false;
    this.#reach(prompt);
    if (c > 0) accumulate((this.#sumCorrect[prompt] ??= new Float64Array(this.dimension)), summary.sumCorrect);
    if (n > c) accumulate((this.#sumWrong[prompt] ??= new Float64Array(this.dimension)), summary.sumWrong);
    this.#squaresCorrect[prompt] += summary.squaresCorrect;
    this.#squaresWrong[prompt] += summary.squaresWrong;
    this.#correct[prompt] += c;
    this.#wrong[prompt] += n - c;
    return true;
  }

  /** Correct samples of a prompt whose vector was added. */
  correctCount(prompt: number): number {
    return this.#correct[prompt] ?? 0;
  }

  /** Wrong samples of a prompt whose vector was added. */
  wrongCount(prompt: number): number {
    return this.#wrong[prompt] ?? 0;
  }

  /** S_c; null stands for the zero vector. */
  sumCorrect(prompt: number): Float64Array | null {
    return this.#sumCorrect[prompt] ?? null;
  }

  /** S_w; null stands for the zero vector. */
  sumWrong(prompt: number): Float64Array | null {
    return this.#sumWrong[prompt] ?? null;
  }

  /** Q_c */
  squaresCorrect(prompt: number): number {
    return this.#squaresCorrect[prompt] ?? 0;
  }

  /** Q_w */
  squaresWrong(prompt: number): number {
    return this.#squaresWrong[prompt] ?? 0;
  }

  #checkVector(vector: Float32Array | Float64Array, start?: number): void {
    const right = start === undefined ? vector.length === this.dimension : start >= 0 && start + this.dimension <= vector.length;
    if (!right) {
      throw new RangeError(`GradientSums requires vectors of dimension ${this.dimension}, got ${vector.length - (start ?? 0)}`);
    }
  }

  #reach(prompt: number): void {
    if (!Number.isSafeInteger(prompt) || prompt < 0) {
      throw new RangeError(`GradientSums requires a whole prompt number of at least zero, got ${prompt}`);
    }
    while (this.#correct.length <= prompt) {
      this.#sumCorrect.push(undefined);
      this.#sumWrong.push(undefined);
      this.#squaresCorrect.push(0);
      this.#squaresWrong.push(0);
      this.#correct.push(0);
      this.#wrong.push(0);
    }
  }
}

function accumulate(into: Float64Array, from: Float64Array): void {
  for (let j = 0; j < into.length; j++) into[j] += from[j];
}

function isFinite(vector: Float64Array): boolean {
  for (const value of vector) if (!Number.isFinite(value)) return false;
  return true;
}
